const LINES_KEPT = 1000

/** Counts rows and remembers the first of them. */
export class LineList {
  count = 0
  private readonly lines: number[] = []

  add(line: number): void {
    this.count++
    if (this.lines.length < LINES_KEPT) this.lines.push(line)
  }

  /** The first lines, in order. */
  first(count: number): number[] {
    return this.lines.sort((a, b) => a - b).slice(0, count)
  }
}
