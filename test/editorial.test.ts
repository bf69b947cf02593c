import { writeFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseEditorial } from '../src/knowledge/editorial.ts'
import { Problem } from '../src/model/problem.ts'
import { eigenstand, temporary, ROOT } from './support/cli.ts'

const FINGERPRINT = 'ab'.repeat(16)

function fault(text: string): { id: string; line: number | undefined; column: number | undefined; said: string } {
  try {
    parseEditorial(text, 'bericht.yaml')
  } catch (error) {
    if (error instanceof Problem) return { id: error.id, line: error.place.line, column: error.place.column, said: error.says('de') + error.hint('de') }
  }
  throw new Error('nothing was wrong')
} // prettier-ignore

describe('the editor’s file', () => {
  it('is read: status, role, file number, resolution, comments by fingerprint', () => {
    const text = `status: final\neditor: Referat 12\nfileNumber: 11.2-0450\nresolution:\n  - Der Rat nimmt zur Kenntnis.\nresponses:\n  - finding: "${FINGERPRINT}ff"\n    subject: redis\n    words: Zugesagt.\n`
    expect(parseEditorial(text, 'x')).toEqual({
      status: 'final',
      editor: 'Referat 12',
      fileNumber: '11.2-0450',
      resolution: ['Der Rat nimmt zur Kenntnis.'],
      responses: { [FINGERPRINT]: 'Zugesagt.' },
    })
    expect(parseEditorial('# nur ein Kommentar\n', 'x')).toEqual({ responses: {} })
  })

  it.each([
    ['status: endgueltig\n', 'E2103', 1, 9],
    ['status: final\nbearbeiter: Referat 12\n', 'E2102', 2, 1],
    ['editor: jemand@amt.example\n', 'E2103', 1, 9],
    ['responses:\n  - finding: "kurz"\n    words: Ja.\n', 'E2103', 2, 14],
    [`responses:\n  - finding: "${FINGERPRINT}"\n    text: Ja.\n`, 'E2102', 3, 5],
    [`responses:\n  - { finding: "${FINGERPRINT}", words: a }\n  - { finding: "${FINGERPRINT}", words: b }\n`, 'E2104', 3, 16],
    ['resolution: [\n', 'E2101', 2, 1],
  ])('says where it is wrong: %j', (text, id, line, column) => {
    expect(fault(text)).toMatchObject({ id, line, column })
  })

  it('names the key that was meant', () => {
    expect(fault('statsu: final\n').said).toContain('Meinten Sie „status“?')
  })

  it('is given by flag or project file; a comment without finding is told', { timeout: 120_000 }, () => {
    const folder = temporary()
    const run = (...more: string[]) => eigenstand(['audit', join(ROOT, 'fixtures/rosetta/vertraege.csv'), '--as-of', '2026-11-23', '--no-store', '--quiet', '--output', 'b.html', '--format', 'html', ...more], { cwd: folder }) // prettier-ignore
    writeFileSync(
      join(folder, 'bericht.yaml'),
      `status: provisional\nresponses:\n  - finding: "${FINGERPRINT}"\n    words: Gehört zu nichts.\n`,
    )
    writeFileSync(join(folder, 'falsch.yaml'), 'status: final\nfoo: 1\n')
    writeFileSync(join(folder, 'eigenstand.yaml'), 'project: { name: Muster }\neditorial: bericht.yaml\n')
    const fine = run()
    expect([fine.code, fine.stderr]).toEqual([0, `Die Stellungnahme zu ${FINGERPRINT} gehört zu keiner Feststellung dieser Prüfung.\n`])
    expect(readFileSync(join(folder, 'b.html'), 'utf8')).toMatch(/vorläufig[\s\S]*Gehört zu nichts\./)
    const wrong = run('--editorial', 'falsch.yaml')
    expect(wrong.code).toBe(2)
    expect(wrong.stderr).toContain('[E2102] falsch.yaml:2:1')
    expect(run('--editorial', 'fehlt.yaml').code).toBe(2)
  })
})
