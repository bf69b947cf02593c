import type { Key } from '../words/say.ts'
import { projectName } from '../project-name.ts'
import { change } from './sections/change.ts'
import type { Context } from './context.ts'
import { data } from './sections/data.ts'
import { findings } from './sections/findings.ts'
import { frameworks } from './sections/frameworks.ts'
import { head } from './sections/head.ts'
import { inputs } from './sections/inputs.ts'
import { items } from './sections/items.ts'
import { measures } from './sections/measures.ts'
import { method } from './sections/method.ts'
import { picture } from './sections/picture.ts'
import { result } from './sections/result.ts'
import { rules } from './sections/rules.ts'
import { clip } from './safe.ts'
import { trail } from './sections/trail.ts'

/** Sections in the order of the page, with the numbers they carry. */
const SECTIONS = [
  { id: 'result', number: '1' },
  { id: 'change', number: '2' },
  { id: 'findings', number: '3' },
  { id: 'picture', number: '4' },
  { id: 'measures', number: '5' },
  { id: 'data', number: '6' },
  { id: 'method', number: '7' },
  { id: 'frameworks', number: '8' },
  { id: 'items', number: 'A' },
  { id: 'inputs', number: 'B' },
  { id: 'rules', number: 'C' },
  { id: 'glossary', number: 'D' },
  { id: 'trail', number: 'E' },
] as const satisfies readonly { id: string; number: string }[]

const GLOSSARY = [
  'level', 'item', 'basis', 'large-vendor', 'far-vendor', 'public-hand', 'controller', 'proprietary', 'restricted', 'open', 'hhi', 'coverage', 'interval', 'bound', 'critical', 'transitive', 'layer',
  'licence', 'sbom', 'purl', 'cpv', 'borderline', 'egovg', 'gwb', 'checksum',
] as const // prettier-ignore

/** What the templates see. */
export function view(context: Context, csp: string) {
  const { audit, options, say, f } = context
  return {
    language: options.language,
    csp,
    printed: options.printAppendix === true,
    generator: `${audit.tool.name} ${audit.tool.version}`,
    project: clip(projectName(audit.project, context)),
    title: say('page.title', { project: clip(projectName(audit.project, context), 80), day: f.day(audit.asOf) }),
    head: head(context),
    contents: contents(context),
    result: result(context),
    change: change(context),
    findings: findings(context),
    picture: picture(context),
    measures: measures(context),
    data: data(context),
    method: method(context),
    frameworks: frameworks(context),
    items: items(context),
    inputs: inputs(context),
    rules: rules(context),
    glossary: GLOSSARY.map((id) => ({ term: say(`glossary.${id}`), text: say(`glossary.${id}.text`) })),
    trail: trail(context),
    contact: say('footer.access', { authority: clip(audit.project.authority ?? say('footer.publisher')) }),
  }
}

function contents({ audit, numbered, say }: Context) {
  const counts: Partial<Record<(typeof SECTIONS)[number]['id'], number>> = {
    findings: numbered.length,
    items: audit.items.length,
    inputs: audit.sources.length,
    rules: audit.policies.length,
    trail: audit.organisations.length,
  }
  return SECTIONS.map(({ id, number }) => {
    const title = say(`section.${id}` satisfies Key)
    const count = counts[id]
    return { href: `#${id}`, text: `${number} ${title}${count === undefined ? '' : ` (${count})`}` }
  })
}
