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
    let rest = tenMillionths;
    if (rest < 0) {
      this.bytes[this.length++] = 0x2d;
      rest = -rest;
    }
    const whole = Math.floor(rest / 1e7);
    let part = rest - whole * 1e7;
    if (whole >= 100) this.bytes[this.length++] = 0x30 + Math.floor(whole / 100);
    if (whole >= 10) this.bytes[this.length++] = 0x30 + (Math.floor(whole / 10) % 10);
    this.bytes[this.length++] = 0x30 + (whole % 10);
    if (part === 0) return;
    this.bytes[this.length++] = 0x2e;
    for (let unit = 1e6; part > 0; unit /= 10) {
      const digit = Math.floor(part / unit);
      this.bytes[this.length++] = 0x30 + digit;
      part -= digit * unit;
    }
  }

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(2 * this.bytes.length, this.length + more));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }
}
