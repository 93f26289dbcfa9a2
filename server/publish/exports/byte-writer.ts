const encoder = new TextEncoder();

/** Text and coordinates as UTF-8 bytes, taken away in pieces: no string of the whole is ever made. */
export class ByteWriter {
  private bytes = new Uint8Array(1 << 17);
  private length = 0;

  /** How much is waiting to be taken. */
  get waiting(): number {
    return this.length;
  }

  text(text: string): void {
    this.reserve(3 * text.length);
    this.length += encoder.encodeInto(text, this.bytes.subarray(this.length)).written;
  }

  /** `[x,y]` of a position in ten-millionths of a degree. */
  position(x: number, y: number): void {
    this.reserve(32);
    this.bytes[this.length++] = 0x5b;
    this.degrees(x);
    this.bytes[this.length++] = 0x2c;
    this.degrees(y);
    this.bytes[this.length++] = 0x5d;
  }

  byte(code: number): void {
    this.reserve(1);
    this.bytes[this.length++] = code;
  }

  take(): Uint8Array {
    const taken = this.bytes.slice(0, this.length);
    this.length = 0;
    return taken;
  }

  /** An integer of ten-millionths as a decimal without zeros at its end. */
  private degrees(tenMillionths: number): void {
    const { bytes } = this;
    let at = this.length;
    if (tenMillionths < 0) bytes[at++] = 0x2d;
    // All of it fits in 32 bits, so that no step is taken in floating point.
    const rest = Math.abs(tenMillionths) | 0;
    const whole = (rest / 10_000_000) | 0;
    let part = (rest - whole * 10_000_000) | 0;
    if (whole >= 100) bytes[at++] = 0x30 + ((whole / 100) | 0);
    if (whole >= 10) bytes[at++] = 0x30 + (((whole / 10) | 0) % 10);
    bytes[at++] = 0x30 + (whole % 10);
    if (part > 0) bytes[at++] = 0x2e;
    while (part > 0) {
      const digit = (part / 1_000_000) | 0;
      bytes[at++] = 0x30 + digit;
      part = ((part - digit * 1_000_000) * 10) | 0;
    }
    this.length = at;
  }

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(2 * this.bytes.length, this.length + more));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }
}
