import { execFileSync } from 'node:child_process'
import { lstatSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { safe } from '../src/cli/text/safe.ts'
import { stageFile } from '../src/output-file.ts'
import { markdownText } from '../src/report/escape.ts'

const folder = mkdtempSync(join(tmpdir(), 'eigenstand-streams-'))
afterAll(() => rmSync(folder, { recursive: true }))
const written = (path: string) => stageFile(path, ['text']).commit()

describe.skipIf(process.platform === 'win32')('an output', () => {
  it('that is a device is written into and stays one', () => {
    written('/dev/null')
    expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true)
  })

  it('that is a pipe reaches its reader', () => {
    const pipe = join(folder, 'pipe')
    execFileSync('mkfifo', [pipe])
    // opened for both, so that neither side waits for the other
    const read = execFileSync('sh', [
      '-c',
      `exec 3<>"$1"; "$2" --input-type=module -e "$3" "$1"; head -c 4 <&3`,
      'sh',
      pipe,
      process.execPath,
      WRITE,
    ])
    expect(read.toString()).toBe('text')
    expect(lstatSync(pipe).isFIFO()).toBe(true)
  })
})

const WRITE = `import { stageFile } from ${JSON.stringify(new URL('../src/output-file.ts', import.meta.url).href)}; stageFile(process.argv[1], ['text']).commit()`

describe('text from an input', () => {
  it('gives a pipeline no command in its log', () => {
    const shown = safe('name\n::error file=a.c::FORGED\n  ::stop-commands::t\nx ##[error]y ##vso[task.complete]')
    expect(shown).not.toMatch(/^\s*::/m)
    expect(shown).not.toMatch(/##(?:vso)?\[/)
    expect(safe('a::b, # Heading, src/a.ts:1:2')).toBe('a::b, # Heading, src/a.ts:1:2')
  })

  it('is no action, heading or list where a line of Markdown begins with it', () => {
    for (const text of ['/approve', '# x', '- x', '> x', '+ x', '=== x']) expect(markdownText(text), text).toMatch(/^&#\d+;/)
  })
})
