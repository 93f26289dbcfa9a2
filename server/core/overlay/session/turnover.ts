/** What came and what went of some things since the last look: one that came and went did neither. */
export class Turnover<Thing> {
  private came = new Set<Thing>();
  private went = new Set<Thing>();

  add(thing: Thing): void {
    this.came.add(thing);
  }

  remove(thing: Thing): void {
    if (!this.came.delete(thing)) this.went.add(thing);
  }

  /** Takes what came and went, and begins anew. */
  take(): { readonly came: ReadonlySet<Thing>; readonly went: ReadonlySet<Thing> } {
    const { came, went } = this;
    this.came = new Set();
    this.went = new Set();
    return { came, went };
  }
}
