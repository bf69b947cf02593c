import type { Words } from '../model/words.ts'

type Said = readonly [pattern: RegExp, words: (...found: string[]) => Words]

/** oclif's messages about a wrong call, and what they say. */
const SAID: readonly Said[] = [
  [/^Missing \d+ required args?:\n([\s\S]+?)(?:\n\n|\nSee more|$)/, missing],
  [/^Nonexistent flags?: (.+)/, (flags) => both(`${flags} gibt es nicht`, `there is no ${flags}`)],
  [/^Unexpected arguments?: (.+)/, (args) => both(`zu viel: ${args}`, `too many: ${args}`)],
  [
    /^command ((?:(?:baseline|licences|rules|vendors):)?[^\s:]+)(?::\S*)? not found/,
    (id) => both(`den Befehl „${id.replace(':', ' ')}“ gibt es nicht`, `there is no command "${id.replace(':', ' ')}"`),
  ],
  [/^Flag (--\S+) expects a value/, (flag) => both(`${flag} braucht einen Wert`, `${flag} needs a value`)],
  [
    /^(?:Expected|Flag) (--[\w-]+)(?:=(.*))? (?:to be one of|expects one of these values): (.+)/,
    (flag, _, known) => both(`${flag} kann sein: ${known}`, `${flag} can be: ${known}`),
  ],
  [
    /^Parsing (--\S+)\s+Expected an integer (.*?)but received: (.*)/,
    (flag, bounds, given) =>
      both(`${flag} braucht eine ganze Zahl${german(bounds)}, nicht „${given}“`, `${flag} needs an integer ${bounds}and not "${given}"`),
  ],
  [
    /^The following errors? occurred:\s+(--[\w-]+)(?:=\S*)? cannot also be provided when using (--[\w-]+)/,
    (one, other) => both(`${one} und ${other} schließen sich aus`, `${one} and ${other} exclude each other`),
  ],
  [
    /^The following errors? occurred:\s+All of the following must be provided when using (--[\w-]+): (--[\w-]+)/,
    (one, other) => both(`${one} geht nur mit ${other}`, `${one} needs ${other}`),
  ],
]

/** What was wrong with a call; in oclif's own words where they are none of these. */
export function usage(message: string): Words | string {
  for (const [pattern, words] of SAID) {
    const found = pattern.exec(message)
    if (found !== null) return words(...found.slice(1).map((part) => part ?? ''))
  }
  return message.split('\n').find((line) => line.trim() !== '' && !line.startsWith('See more help'))!
}

const both = (de: string, en: string): Words => ({ de, en })

/** Descriptions of ours are German · English; oclif breaks long ones and indents what follows. */
function missing(list: string): Words {
  const described = list.split(/\n(?=\S)/).map((entry) => {
    const [name = '', ...rest] = entry.trim().split(/\s{2,}/)
    const text = rest.join(' ')
    const [de = name, en = de] = text === '' ? [] : text.split(' · ')
    return [`${name} (${de})`, `${name} (${en})`] as const
  })
  return both(`es fehlt ${described.map(([de]) => de).join(', ')}`, `missing ${described.map(([, en]) => en).join(', ')}`)
}

function german(bounds: string): string {
  return bounds
    .replace(/greater than or equal to (\S+) ?/, ' ab $1')
    .replace(/less than or equal to (\S+) ?/, ' bis $1')
    .replace(/ ?and /, '')
}
