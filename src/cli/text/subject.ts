import type { Audit } from '../../model/audit.ts'
import { fullName } from '../../model/full-name.ts'
import type { Finding } from '../../model/policy.ts'
import { projectName } from '../../report/project-name.ts'
import type { Speaker } from '../../report/words/say.ts'

type About = Pick<Audit, 'project' | 'organisations' | 'items'>

/** Whom or what a finding is about, by name: an item, a vendor, a layer or the project; by its id where the audit has no name for it. */
export function subjectName(
  speaker: Speaker,
  audit: About,
  { subject: { kind, id }, items: [first] }: Pick<Finding, 'subject' | 'items'>,
): string {
  if (kind === 'layer') return speaker.term('layer', id)
  if (kind === 'project') return projectName(audit.project, speaker)
  if (kind === 'vendor') return audit.organisations.find((one) => one.id === id)?.name ?? id
  const item = first === undefined ? undefined : audit.items[first]
  return item === undefined ? id : fullName(item)
}
