/** Pieces of about this many characters: few writes, and no string that grows with the inventory. */
const PIECE = 65_536

/** Joins short texts into pieces of even size, for documents that may not fit into one string. */
export function* inPieces(texts: Iterable<string>): Generator<string, void, undefined> {
  let piece = ''
  for (const text of texts) {
    piece += text
    if (piece.length < PIECE) continue
    yield piece
    piece = ''
  }
  if (piece !== '') yield piece
}
