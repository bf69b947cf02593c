import type { IRegularForbiddenRuleType } from 'dependency-cruiser'

/** The steps of the work, one folder each; joined by src/audit.ts and nobody else. */
const STAGES = 'read|knowledge|identify|evaluate|score|report|store'
/** The commands and what they share: flags, wording, the way from paths to an audit. */
const COMMANDS = '^src/(commands/|cli/|cli\\.ts$)'
/** The files that touch the machine, each in one way. */
const DOOR_FILES = 'config|files|input-file|memory|output-file|pipe'
/** Where clock, environment and standard streams may be touched. */
const DOORS = `^src/(commands/|cli/|store/|(cli|${DOOR_FILES})\\.ts$)`
/** Where the disk may be touched. */
const DISK = `^src/(store/|(cli|${DOOR_FILES})\\.ts$)`
/** Modules of Node that only compute. Everything else touches the machine. */
const COMPUTING = '^(buffer|crypto|path|string_decoder|url|util|zlib)$'

/** Packages that have one place, with where that is. A package of ours that is not here may be used anywhere in its stage. */
const PACKAGES: Readonly<Record<string, string>> = {
  '@oclif/': COMMANDS,
  'better-sqlite3': '^src/store/',
  handlebars: '^src/report/',
  '@cyclonedx/': '^src/report/',
  '(csv-parse|saxes|yaml)': '^src/(read|knowledge)/',
  zod: '^src/knowledge/',
  'spdx-expression-parse': '^src/(identify|knowledge)/',
  '(ajv|typescript|esbuild|prettier)': '^$',
}

type Rule = IRegularForbiddenRuleType & { readonly name: string }
const law = (name: string, comment: string, rule: Pick<IRegularForbiddenRuleType, 'from' | 'to'>): Rule => ({
  name,
  comment,
  severity: 'error',
  ...rule,
})

/** Laws about who may import whom; the comments are what a violation prints. */
export const IMPORTS: readonly Rule[] = [
  law('model-alone', 'model/ holds the nouns and imports nothing but itself.', {
    from: { path: '^src/model/' },
    to: { pathNot: '^src/model/' },
  }),
  law('stages-apart', 'A stage imports only model/ and itself; src/audit.ts joins the stages.', {
    from: { path: `^src/(${STAGES})/` },
    to: { path: '^src/', pathNot: ['^src/model/', '^src/$1/'] },
  }),
  law('doors-last', 'What computes an audit is given bytes and a day; it does not reach for files, settings, the store or commands.', {
    from: { path: '^src/', pathNot: [DOORS, `^src/(${STAGES})/`, '^src/model/'] },
    to: { path: `^src/(commands/|cli/|store/|(cli|${DOOR_FILES})\\.ts)` },
  }),
  law('doors-plain', 'The doors to the disk know the nouns; they run no stage, at most they name its types.', {
    from: { path: `^src/(${DOOR_FILES})\\.ts$` },
    to: { path: '^src/', pathNot: ['^src/model/', `^src/(${DOOR_FILES})\\.ts$`], dependencyTypesNot: ['type-only'] },
  }),
  law('commands-thin', 'A command does not run the stages that conclude; src/audit.ts and its neighbours do.', {
    from: { path: COMMANDS },
    to: { path: '^src/(identify|evaluate|score)/' },
  }),
  law('no-cycles', 'Two files that need each other are one file, or hide a third.', { from: {}, to: { circular: true } }),
  law(
    'machine-behind-doors',
    'Disk, processes and the like only in store/, files.ts, input-file.ts, output-file.ts, pipe.ts, memory.ts, config.ts and the entry.',
    {
      from: { path: '^src/', pathNot: DISK },
      to: { dependencyTypes: ['core'], pathNot: COMPUTING },
    },
  ),
  law('no-network', 'Nothing leaves the machine.', {
    from: { path: '^src/' },
    to: { dependencyTypes: ['core'], path: '^(dgram|dns|http|http2|https|inspector|net|tls)(/|$)' },
  }),
  ...Object.entries(PACKAGES).map(([name, place]) =>
    law(`place-of:${name}`, `Only in ${place}.`, {
      from: { path: '^src/', pathNot: place },
      to: { path: `(^|node_modules/)${name}${name.endsWith('/') ? '' : '(/|$)'}`, pathNot: '^src/' },
    }),
  ),
]

export interface TextLaw {
  readonly name: string
  readonly comment: string
  readonly pattern: RegExp
  /** Files the law is about. */
  readonly of: RegExp
  readonly except?: RegExp
}

const SOURCE = /^src\/.*\.ts$/
const doors = new RegExp(DOORS)

/** Laws about what stands in a file. In TypeScript they see the code without its comments and types. */
export const TEXTS: readonly TextLaw[] = [
  {
    name: 'now-is-an-argument',
    comment: 'Same bytes in, same bytes out: the day and the moment are given.',
    pattern: /\bDate\.now\b|\bnew Date\(\s*\)|\bnew Date(?!\s*\()\b|(?<!new )\bDate\(|\bperformance\.|\bsetTimeout\(|\bsetInterval\(/,
    of: SOURCE,
    except: doors,
  },
  {
    name: 'process-behind-doors',
    comment: 'Environment, working directory and exit belong to the doors.',
    pattern: /\bprocess\s*[.[]/,
    of: SOURCE,
    except: doors,
  },
  { name: 'no-chance', comment: 'Same bytes in, same bytes out.', pattern: /\bMath\.random\b/, of: SOURCE },
  {
    name: 'no-locale',
    comment: 'The order and the case of texts do not depend on the language of the machine.',
    pattern: /\.localeCompare\(\s*[^,()]*(\([^()]*\))?[^,()]*\)|\.toLocale\w*\(\s*\)|\bIntl\.\w+\(\s*\)/,
    of: SOURCE,
    except: doors,
  },
  {
    name: 'no-fetch',
    comment: 'Nothing leaves the machine.',
    pattern: /\bfetch\(|\bnew (WebSocket|EventSource|XMLHttpRequest)\b/,
    of: SOURCE,
  },
  { name: 'no-raw-markup', comment: 'Templates escape everything.', pattern: /\{\{~?\{|\{\{~?&/, of: /^templates\/.*\.hbs$/ },
]

/** Longer files are two files. */
export const MAX_LINES = 250
export const LENGTH_LAW = 'short-files'

export const ALL_LAWS: readonly string[] = [...IMPORTS, ...TEXTS].map(({ name }) => name).concat(LENGTH_LAW)
