import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { repeated } from '../src/cli/repeat.ts'

const words = (argv: readonly string[]) =>
  execFileSync('sh', ['-c', `set -- ${repeated(argv, '2026-11-23')}; printf '%s\\n' "$@"`], { encoding: 'utf8' })
    .split('\n')
    .slice(0, -1)

describe('the command to repeat an audit', () => {
  it.each([
    [['Prüfung Landkreis/Verträge 2026.csv', '--project', 'Antrag Online']],
    [["O'Neill.csv", '$HOME.csv', 'a"b.csv', 'a`b.csv', 'a\\b.csv', '*.csv', '']],
    [['--', '-bom.json']],
  ])('gives a shell the words back, and the day where they are no files: %j', (argv) =>
    expect(words(argv)).toEqual(['eigenstand', 'audit', '--as-of', '2026-11-23', ...argv]),
  )

  it('keeps the day that was given', () => {
    expect(repeated(['a.csv', '--as-of', '2025-01-01'], '2026-11-23')).toBe('eigenstand audit a.csv --as-of 2025-01-01')
    expect(repeated(['--as-of=2025-01-01', 'a.csv'], '2026-11-23')).toBe('eigenstand audit --as-of=2025-01-01 a.csv')
  })
})
