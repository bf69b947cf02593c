/** The command that gives the same audit on another day. The day stands first: behind `--` it would be a file. */
export function repeated(argv: readonly string[], asOf: string): string {
  const flags = argv.includes('--') ? argv.slice(0, argv.indexOf('--')) : argv
  const dated = flags.some((word) => word === '--as-of' || word.startsWith('--as-of='))
  return ['eigenstand', 'audit', ...(dated ? [] : ['--as-of', asOf]), ...argv].map(quoted).join(' ')
}

/** In double quotes, which the shells of Windows take too, unless signs stand in them that mean something there. */
function quoted(word: string): string {
  if (/^[\p{L}\p{N}_./:=,@%+-]+$/u.test(word)) return word
  return /[$`"\\]/.test(word) ? `'${word.replaceAll("'", "'\\''")}'` : `"${word}"`
}
