/** Marks on faces, with a list of those that bear one. */
export class FaceMarks {
  readonly numbers: number[] = [];
  private readonly marks: Uint8Array;

  /** @param count numbers of faces that may be marked */
  constructor(count: number) {
    this.marks = new Uint8Array(count);
  }

  has(face: number): boolean {
    return this.marks[face] === 1;
  }

  add(face: number): void {
    if (this.marks[face] === 1) return;
    this.marks[face] = 1;
    this.numbers.push(face);
  }
}
