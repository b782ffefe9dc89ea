/** What was found for the latest few hundred texts: a map that is emptied when it is full. For what follows from the text alone. */
export class Recent<Value> {
  private readonly known = new Map<string, Value>();

  constructor(private readonly most = 500) {}

  /** The value of a text: `make()`, or what that gave before. */
  get(text: string, make: () => Value): Value {
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const made = make();
    if (this.known.size >= this.most) this.known.clear();
    this.known.set(text, made);
    return made;
  }
}
