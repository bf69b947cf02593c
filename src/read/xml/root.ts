/** What may stand before the root. Tried from where the last one ended, so that no text takes more than one pass. */
const PROLOG = /\s*(?:<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!DOCTYPE[^[>]*(?:\[[^\]]*\]\s*)?>)/y

/** Local name and namespace of the root element, from the beginning of a text; prefixes are resolved, not trusted. */
export function rootOf(text: string): { readonly name: string; readonly uri: string } | undefined {
  let end = text.startsWith('\ufeff') ? 1 : 0
  for (PROLOG.lastIndex = end; PROLOG.test(text); end = PROLOG.lastIndex);
  const plain = text.slice(end)
  const found = /^\s*<(?:([^\s:<>/="'!?]+):)?([^\s:<>/="'!?]+)((?:\s+[^\s<>/="']+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*\/?>/.exec(plain)
  if (found === null) return undefined
  const [, prefix, name = '', attributes = ''] = found
  const bound = [...attributes.matchAll(/\s+([^\s<>/="']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)]
  const wanted = prefix === undefined ? 'xmlns' : `xmlns:${prefix}`
  const uri = bound.find(([, key]) => key === wanted)
  return { name, uri: uri?.[2] ?? uri?.[3] ?? '' }
}
