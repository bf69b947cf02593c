/**
 * The words in closing parentheses, two or more: what these say of a name in them they do not say of what stands before,
 * „Y Subscription (Ablösung X)“. Others before them belong to them if no letter stands between.
 */
export function asideOf(text: string): string | undefined {
  const whole = text.trimEnd()
  if (!whole.endsWith(')')) return undefined
  const open = whole.slice(0, -1)
  const last = Math.max(open.lastIndexOf('('), open.lastIndexOf(')')) + 1
  const first = open.slice(last).search(/\p{L}/u)
  if (first < 0) return undefined
  const said = open.slice(last + first)
  const between = open
    .slice(0, last + first)
    .split(/\p{L}/u)
    .at(-1)!
  const from = between.indexOf('(')
  return from < 0 || !/\s/.test(said) ? undefined : between.slice(from + 1) + said
}
