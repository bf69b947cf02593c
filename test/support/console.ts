import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { eigenstand, ROOT, temporary } from './cli.ts'

/** One command of a console scenario with what it must print: stdout as it is, stderr lines after `! `, then `[exit n]`. */
export interface Step {
  readonly command: string
  readonly shown: string
}

/** `$ eigenstand …` lines begin a step; what follows up to the next one is what it shows. */
export function steps(text: string): Step[] {
  return text
    .split(/^(?=\$ )/m)
    .filter((part) => part.startsWith('$ '))
    .map((part) => {
      const end = part.indexOf('\n')
      return { command: part.slice(2, end < 0 ? undefined : end).trim(), shown: end < 0 ? '' : part.slice(end + 1).trimEnd() }
    })
}

/** Runs the steps one after the other in a folder that holds a copy of the fixtures they name. */
export function play(scenario: readonly Step[], folder = temporary()): string[] {
  if (!existsSync(join(folder, 'fixtures'))) cpSync(join(ROOT, 'fixtures'), join(folder, 'fixtures'), { recursive: true })
  return scenario.map(({ command }) => {
    const { words, env, input } = parse(command, folder)
    const { code, stdout, stderr } = eigenstand(words, { cwd: folder, env, ...(input !== undefined && { input }) })
    const errors = stderr.trimEnd() === '' ? [] : stderr.trimEnd().split('\n').map((line) => `! ${line}`) // prettier-ignore
    const text = [...(stdout.trimEnd() === '' ? [] : [stdout.trimEnd()]), ...errors, ...(code === 0 ? [] : [`[exit ${code}]`])].join('\n')
    return text.replaceAll(folder, '.')
  })
}

/** `NAME=value eigenstand args < file`, quotes as in a shell. */
function parse(command: string, folder: string): { words: string[]; env: Record<string, string>; input?: Uint8Array } {
  const words = [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, double, single, plain]) => double ?? single ?? plain ?? '')
  const env: Record<string, string> = {}
  while (/^[A-Z_]+=/.test(words[0] ?? '')) {
    const [name = '', value = ''] = words.shift()!.split(/=(.*)/s)
    env[name] = value
  }
  if (words.shift() !== 'eigenstand') throw new Error(`not a command of ours: ${command}`)
  const at = words.indexOf('<')
  const input = at < 0 ? undefined : readFileSync(join(folder, words[at + 1]!))
  return { words: at < 0 ? words : words.slice(0, at), env, ...(input !== undefined && { input }) }
}

/** Writes what was shown back into the scenario, for `npm run bless`. */
export function bless(path: string, scenario: readonly Step[], shown: readonly string[]): void {
  writeFileSync(path, scenario.map(({ command }, i) => `$ ${command}\n${shown[i] === '' ? '' : `${shown[i]}\n`}`).join('\n'))
}
