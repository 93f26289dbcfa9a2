/** FlatGeobuf's package calls every layer "L1": here the layer gets a name of its own. */

/** Bytes of a length before a buffer or a text. */
const LENGTH = 4;

/**
 * A header of FlatGeobuf with another name. A text in a FlatBuffer may stand anywhere after the field
 * that points to it, so the new one is laid behind the rest and the field turned to it.
 *
 * @param header with its length before it, as the package builds it
 */
export function namedHeader(header: Uint8Array, name: string): Uint8Array {
  const text = new TextEncoder().encode(name);
  const at = rounded(header.length);
  const named = new Uint8Array(rounded(at + LENGTH + text.length + 1));
  named.set(header);
  named.set(text, at + LENGTH);
  const view = new DataView(named.buffer);
  const field = nameField(view);
  view.setUint32(at, text.length, true);
  view.setUint32(field, at - field, true);
  view.setUint32(0, named.length - LENGTH, true);
  return named;
}

/** Where the offset of the name stands: the first field of the root table. */
function nameField(view: DataView): number {
  const table = LENGTH + view.getUint32(LENGTH, true);
  const fields = table - view.getInt32(table, true);
  return table + view.getUint16(fields + 4, true);
}

/** The next multiple of eight, so that what follows stays aligned. */
const rounded = (bytes: number) => Math.ceil(bytes / 8) * 8;
