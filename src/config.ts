import { endianness, homedir, tmpdir, userInfo } from 'node:os'
import { dirname, isAbsolute, join, relative, resolve } from 'node:path'
import { isatty } from 'node:tty'
import { fileURLToPath } from 'node:url'
import { changedAt, entriesOf, exists, findUpward, isThere, newestChange, partsOf, readFolder, readOwn } from './files.ts'
import type { RuleFile } from './knowledge/compile.ts'
import type { ReadPart } from './model/frozen.ts'
import { RULE_FILE } from './model/own-file.ts'
import { Problem } from './model/problem.ts'
import { PROJECT_FILE } from './model/project.ts'
import { LANGUAGES, type Language } from './model/words.ts'

/** Where the tool itself lies: the folder with package.json, rules/ and templates/. */
export const HOME = packageRoot(dirname(fileURLToPath(import.meta.url)))

function packageRoot(folder: string): string {
  return exists(join(folder, 'package.json')) || dirname(folder) === folder ? folder : packageRoot(dirname(folder))
}

export const environment = {
  workingDirectory: () => process.cwd(),
  /** Today's date in Berlin, the default of `--as-of`. */
  today: () => dayInBerlin(new Date()),
  now: () => new Date().toISOString(),
  database: () => process.env['EIGENSTAND_DB'] || undefined,
  /** Whether standard input is a terminal. */
  typesInput: () => isatty(0),
}

/** Berlin is one or two hours ahead of UTC: only from 22 to 23 o'clock do the time zone's tables have to be asked, and loading them takes time. */
function dayInBerlin(now: Date): string {
  if (now.getUTCHours() === 22) return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(now)
  return new Date(now.getTime() + 3_600_000).toISOString().slice(0, 10)
}

/** The language of the terminal: flag, EIGENSTAND_LANG, locale; German where there is none, English where it is another. Set but empty is not set. */
export function terminalLanguage(flag: string | undefined): Language {
  const { env } = process
  const told =
    flag || env['EIGENSTAND_LANG'] || env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || Intl.DateTimeFormat().resolvedOptions().locale
  const code = told.slice(0, 2).toLowerCase()
  if ((LANGUAGES as readonly string[]).includes(code)) return code as Language
  return told === '' ? 'de' : 'en'
}

/** The nearest project file from the working directory upwards, with its text. E2119: it is there and cannot be read; E2120: it is misnamed. */
export function projectFile(): { path: string; text: string } | undefined {
  const path = projectPath()
  const text = path === undefined ? undefined : readOwn(path, relative(process.cwd(), path))
  return path === undefined || text === undefined ? undefined : { path, text }
}

function projectPath(): string | undefined {
  const path = findUpward(PROJECT_FILE, process.cwd())
  for (const name of misnamed(PROJECT_FILE)) {
    const other = findUpward(name, process.cwd())
    if (other !== undefined && (path === undefined || dirname(other).length >= dirname(path).length))
      assertNamed(dirname(other), PROJECT_FILE)
  }
  return path
}

const misnamed = (name: string) => [name.replace(/\.yaml$/, '.yml'), `${name}.txt`]

/** A file of ours whose ending is the other one of YAML, or one that an editor has added, would not be read, and nobody would notice. E2120. */
export function assertNamed(folder: string, name: string): void {
  const path = misnamed(name).map((other) => join(folder, other)).find(isThere) // prettier-ignore
  if (path === undefined) return
  const shown = relative(process.cwd(), path)
  throw new Problem('E2120', { name, path: shown }, { file: shown })
}

/** Folder of the project file, else the working directory: there waivers and baseline lie. */
export function projectFolder(): string {
  const path = projectPath()
  return path === undefined ? process.cwd() : dirname(path)
}

/** The database in the user's own data directory. */
export function defaultDatabase(): string {
  const { env, platform } = process
  const base =
    platform === 'win32'
      ? env['LOCALAPPDATA']
      : platform === 'darwin'
        ? join(home(), 'Library', 'Application Support')
        : env['XDG_DATA_HOME']
  return join(base || join(home(), '.local', 'share'), 'eigenstand', 'eigenstand.db')
}

/** The user's home; where HOME is empty or relative, which would mean the working directory, the one that the system knows. */
export function home(): string {
  if (isAbsolute(homedir())) return homedir()
  try {
    return userInfo().homedir
  } catch {
    return tmpdir()
  }
}

/** The folder of what a run leaves for the next: the same as bin/node-features.js uses. Whoever deletes it loses nothing but time. */
export function cacheFolder(): string {
  const { env } = process
  return join(env['XDG_CACHE_HOME'] || env['LOCALAPPDATA'] || join(isAbsolute(homedir()) ? homedir() : tmpdir(), '.cache'), 'eigenstand')
}

/** Which build this is: the names of its files hold hashes over what is in them. `undefined` where the sources run unbuilt. */
export function build(): string | undefined {
  const folder = dirname(fileURLToPath(import.meta.url))
  if (folder !== join(HOME, 'dist')) return undefined
  return entriesOf(folder)
    .map(({ name }) => name)
    .join('\n')
}

/** Our rules: as the build froze them, or, in a checkout whose rules changed since, their files. To look at each of the thousands of vendor files would cost more than the audit of a small project: their changes are seen after a build. */
export function ownRules(): { frozen: (name: string) => ReadPart } | { files: RuleFile[] } {
  const frozen = join(HOME, 'dist', 'rules')
  const folder = join(HOME, 'rules')
  const built = changedAt(join(frozen, 'rules.json'))
  const fits = built > 0 && endianness() === 'LE' && !(exists(join(HOME, 'src')) && newestChange(folder, 'vendors') > built)
  return fits ? { frozen: (name) => partsOf(join(frozen, name)) } : { files: readFolder(folder) }
}

/** Whether a path in a user's own folder is read as a rule, be it misnamed. Whatever else lies there is left alone, and so is what is hidden. */
export const isRuleFile = (path: string): boolean => RULE_FILE.test(path) && !path.split('/').some((part) => part.startsWith('.'))

/** The rule files of a user's own folder. */
export function rulesIn(folder: string): RuleFile[] {
  return readFolder(resolve(folder), isRuleFile, folder)
}

/** The report's templates, as they lie in templates/. */
export function templates(): { main: string; partials: Record<string, string>; css: string; js: string } {
  const files = new Map(readFolder(join(HOME, 'templates')).map(({ path, text }) => [path, text]))
  const partials = [...files]
    .filter(([path]) => path.startsWith('partials/'))
    .map(([path, text]) => [path.slice('partials/'.length).replace(/\.hbs$/, ''), text])
  return {
    main: files.get('report.hbs')!,
    partials: Object.fromEntries(partials) as Record<string, string>,
    css: files.get('report.css')!,
    js: files.get('report.js')!,
  }
}
