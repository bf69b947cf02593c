/** Of one line or component the same is asked for its layer, its kind, its supplier and its names. */
const KEPT = 4

/** A pure function of a text that remembers its last few answers. */
export function recently<T>(of: (text: string) => T): (text: string) => T {
  const answers: { readonly text: string; readonly answer: T }[] = []
  let next = 0
  return (text) => {
    for (const known of answers) if (known.text === text) return known.answer
    const answer = of(text)
    answers[next] = { text, answer }
    next = (next + 1) % KEPT
    return answer
  }
}
