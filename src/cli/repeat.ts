/** The command that gives the same audit on another day. */
export function repeated(argv: readonly string[], asOf: string): string {
  const dated = argv.some((word) => word === '--as-of' || word.startsWith('--as-of='))
  return ['eigenstand', 'audit', ...argv, ...(dated ? [] : ['--as-of', asOf])].map(quoted).join(' ')
}

/** As every shell takes it, that of Windows too: in double quotes where it has more than letters, figures and harmless signs. */
function quoted(word: string): string {
  if (/^[\p{L}\p{N}_./:=,@%+-]+$/u.test(word)) return word
  return /[$`"\\]/.test(word) ? `'${word.replaceAll("'", "'\\''")}'` : `"${word}"`
}
