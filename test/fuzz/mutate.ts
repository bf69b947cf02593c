import fc from 'fast-check'

/** What tends to break readers, in the middle of anything. */
const TOKENS = [
  '{', '}', '[', ']', '"', "'", ',', ':', ';', '<', '>', '</', '/>', '&', '&#x0;', '&#xD800;', '<!--', '-->', '<![CDATA[', ']]>', '<!DOCTYPE a>', '<?xml version="1.0" encoding="x"?>',
  '\0', '\r', '\n', '\r\n', '\t', '\ufeff', '\u2028', '\u001f', '\\', '\\u', '\\ud800', '\\u0000', '%', '%00', '@', '#', '?', '!', '|', '*', '- ', '? ', '--- ', '...', '&a ', '*a ', '!!t ',
  '-1', '0', '-0', '1e400', '1E+9', 'NaN', '99999999999999999999', '4294967296', '1.234', '1,5', '31.02.2026', '2026-13-45', 'null', 'true', '[]', '{}', '""',
  '__proto__', 'constructor', 'toString', 'length', 'NOASSERTION', 'NONE', 'AND', 'OR', 'WITH', '(', ')', '+', 'pkg:npm/@', 'SPDXRef-DOCUMENT', 'DocumentRef-x:SPDXRef-y', '<text>', '</text>',
] // prettier-ignore

const VALUES: readonly unknown[] = [null, true, 0, -1, 1e300, '', ' ', 'x', '\ud800', '__proto__', 'constructor', 'NOASSERTION', [], {}, [[]], [null], [{}], { a: 1 }] // prettier-ignore

/** One change of the bytes; `at` is the place as a share of the length, in thousandths of thousandths. */
interface Step {
  readonly kind: 'flip' | 'cut' | 'drop' | 'repeat' | 'token' | 'byte' | 'move' | 'digits'
  readonly at: number
  readonly length: number
  readonly token: number
}

/** One change of a JSON tree: the `at`-th value in it is dropped, replaced, repeated, renamed or wrapped. */
interface Graft {
  readonly kind: 'drop' | 'replace' | 'repeat' | 'rename' | 'wrap' | 'copy'
  readonly at: number
  readonly value: number
}

const MILLION = 1_000_000
const place = fc.nat(MILLION)
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('flip', 'cut', 'drop', 'repeat', 'token', 'byte', 'move', 'digits'),
  at: place,
  length: fc.oneof(fc.nat(8), fc.nat(64), fc.nat(4000)),
  token: fc.nat(255),
})
const graft: fc.Arbitrary<Graft> = fc.record({
  kind: fc.constantFrom('drop', 'replace', 'repeat', 'rename', 'wrap', 'copy'),
  at: place,
  value: fc.nat(255),
})

/** A sample with up to six changes; JSON is changed as a tree in every second case. Shrinks to few and small ones. */
export function mutated(samples: readonly Uint8Array[]): fc.Arbitrary<Buffer> {
  return fc
    .record({
      sample: fc.nat(samples.length - 1),
      grafts: fc.array(graft, { maxLength: 3 }),
      steps: fc.array(step, { maxLength: 4 }),
      tree: fc.boolean(),
    })
    .map(({ sample, grafts, steps, tree }) => {
      const content = Buffer.from(samples[sample]!)
      const grown = tree ? grafted(content, grafts) : content
      return tree && grown !== content ? grown : steps.reduce(changed, grown)
    })
}

function changed(content: Buffer, { kind, at, length, token }: Step): Buffer {
  const from = Math.floor((at / MILLION) * content.length)
  const to = Math.min(content.length, from + length)
  const [before, piece, after] = [content.subarray(0, from), content.subarray(from, to), content.subarray(to)]
  switch (kind) {
    case 'flip': return Buffer.concat([before, Buffer.of((content[from] ?? 0) ^ (1 << (token % 8))), content.subarray(from + 1)])
    case 'cut': return Buffer.from(before)
    case 'drop': return Buffer.concat([before, after])
    case 'repeat': return Buffer.concat([before, ...Array.from({ length: 1 + (token % 40) }, () => piece), after])
    case 'token': return Buffer.concat([before, Buffer.from(TOKENS[token % TOKENS.length]!), content.subarray(from)])
    case 'byte': return Buffer.concat([before, Buffer.of(token), content.subarray(from + 1)])
    case 'move': return Buffer.concat([after, piece, before])
    case 'digits': return Buffer.concat([before, Buffer.from(content.subarray(from).toString('latin1').replace(/\d+/, TOKENS[token % TOKENS.length]!), 'latin1')])
  } // prettier-ignore
}

/** A holder of values in a tree, and the key of one of them. */
type Spot = readonly [holder: Record<string, unknown> | unknown[], key: string]

function grafted(content: Buffer, grafts: readonly Graft[]): Buffer {
  let root: { tree: unknown }
  try {
    root = { tree: JSON.parse(content.toString('utf8').replace(/^\ufeff/, '')) as unknown }
  } catch {
    return content
  }
  for (const { kind, at, value } of grafts) {
    const spots = spotsOf(root)
    const [holder, key] = spots[Math.floor((at / (MILLION + 1)) * spots.length)]!
    const slot = holder as Record<string, unknown>
    if (kind === 'drop') delete slot[key]
    else if (kind === 'replace') slot[key] = structuredClone(VALUES[value % VALUES.length])
    else if (kind === 'repeat') slot[key] = Array.from({ length: 1 + (value % 4) }, () => slot[key])
    else if (kind === 'wrap') slot[key] = { [TOKENS[value % TOKENS.length]!]: slot[key] }
    else if (kind === 'copy') slot[key] = structuredClone(spots[(at * 31 + value) % spots.length]![0])
    else if (!Array.isArray(holder))
      Object.defineProperty(slot, TOKENS[value % TOKENS.length]!, {
        value: slot[key],
        enumerable: true,
        configurable: true,
        writable: true,
      })
  }
  return Buffer.from(JSON.stringify(root.tree) ?? '')
}

function spotsOf(root: { tree: unknown }): Spot[] {
  const spots: Spot[] = [[root as Record<string, unknown>, 'tree']]
  for (let i = 0; i < spots.length && spots.length < 20_000; i++) {
    const [holder, key] = spots[i]!
    const value = (holder as Record<string, unknown>)[key]
    if (typeof value === 'object' && value !== null) for (const inner of Object.keys(value)) spots.push([value as Spot[0], inner])
  }
  return spots
}
