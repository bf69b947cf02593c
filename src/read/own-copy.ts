/** Shorter texts never are a view of another. */
const VIEW = 13

/** A text that does not hold on to the larger one it was cut from: the engine keeps that alive as long as its part. */
export function ownCopy(text: string): string {
  return text.length < VIEW ? text : Buffer.from(text).toString()
}
