import { openPolicies } from '../../open-policies.ts'
import { organisationCalled } from '../../vendor-history.ts'
import type { Audit } from '../../model/audit.ts'
import type { Dossier } from '../../model/dossier.ts'
import { FACTS, factEntry, NOT_FOR, type FactId } from '../../model/facts.ts'
import { fullName } from '../../model/full-name.ts'
import { normalised } from '../../model/identity.ts'
import type { Knowledge } from '../../model/knowledge.ts'
import { numberFindings, type NumberedFinding } from '../../model/numbering.ts'
import { PROJECT_FILE, type Project } from '../../model/project.ts'
import { AXES, appliedPolicies, type AxisId, type Subject } from '../../model/policy.ts'
import type { Language } from '../../model/words.ts'
import { formats } from '../../report/format.ts'
import { reason } from '../../report/html/parts/needs.ts'
import { axisText } from '../../report/level.ts'
import { opennessText } from '../../report/html/parts/conclusion.ts'
import { speaker } from '../../report/words/say.ts'
import { figureWords } from '../text/figure-words.ts'
import { amountPlaceText, evidenceTexts, placesText } from '../text/proof.ts'
import { reasonsText } from '../text/reason-words.ts'
import { rulesWords } from '../text/rules-words.ts'
import { list } from '../text/table.ts'
import { factText, undecidedText } from '../text/undecided.ts'

const SHOWN_ITEMS = 20

export interface Explained {
  readonly text: string
  readonly document: Readonly<Record<string, unknown>>
}

export interface Known {
  readonly audit: Audit | undefined
  readonly knowledge: Knowledge
  /** As the project file said when it was audited. */
  readonly openSourceDeliverable: boolean
  /** What the project file says of the gate now, where there is one. */
  readonly project?: Pick<Project, 'limits' | 'requires'>
  readonly language: Language
}

export function policy(id: string, { audit, knowledge, language }: Known): Explained | undefined {
  const found = knowledge.policies.find((one) => one.id === id)
  if (found === undefined) return undefined
  const { title, why, fix, assumes, source, place, examples } = found
  const words = rulesWords(language).undecided
  const { term } = speaker(language)
  const open = audit?.undecided.find((one) => one.policy === id)
  const findings = audit?.findings.filter((one) => one.policy === id).length ?? 0
  const applied = audit === undefined ? null : hasApplied(id, audit, knowledge)
  const text = [
    `${found.id}: ${title[language]}`,
    why[language],
    `→ ${fix[language]}`,
    ...(assumes === undefined ? [] : [assumes[language]]),
    `${source.what}, ${formats(language).day(source.date)} (${place.file}:${place.line})`,
    ...examples.map(({ says, expect }) => `  ${term('truth', expect)}: ${says}`),
    ...(audit === undefined
      ? []
      : [applied === true ? words.ofPolicy(open?.count ?? 0, findings) : words.notApplied(applied, audit.rules.set)]),
    ...(open === undefined
      ? []
      : [`  ${undecidedText(open, language)}`, `  ${words.examples}: ${open.examples.map((one) => one.id).join(', ')}`]),
  ].join('\n')
  const last =
    audit === undefined ? {} : { last: { project: audit.project.id, asOf: audit.asOf, applied, findings, undecided: open ?? null } }
  return { text, document: { kind: 'policy', ...found, ...last } }
}

/** Whether a policy applied in an audit. `null`: it found nothing, and the rules of then are not those of now. */
function hasApplied(id: string, { rules, policies }: Audit, knowledge: Knowledge): boolean | null {
  if (policies.some((one) => one.id === id)) return true
  const set = knowledge.sets.get(rules.set)
  if (rules.sha256 !== knowledge.sha256 || set === undefined) return null
  return appliedPolicies(set, knowledge.policies).some((one) => one.id === id)
}

export function item(id: string, known: Known): Explained | undefined {
  return itemsTold(known.audit?.items.filter((one) => one.id === id || one.ref === id || one.purl === id) ?? [], known)
}

/** By the number of its contract, which appendix A prints in the place of an id. */
export function itemByContract(number: string, known: Known): Explained | undefined {
  const wanted = normalised(number)
  return itemsTold(known.audit?.items.filter(({ said }) => said.contractNumber !== undefined && normalised(said.contractNumber) === wanted) ?? [], known) // prettier-ignore
}

/** By the name that the outputs print, with or without the version; else by the name alone. Letter case is nobody's concern. */
export function itemByName(id: string, known: Known): Explained | undefined {
  const items = known.audit?.items ?? []
  const name = normalised(id)
  const called = items.filter((one) => [fullName(one), nameAndVersion(one)].some((text) => normalised(text) === name))
  return itemsTold(called.length > 0 ? called : items.filter((one) => normalised(one.name) === name), known)
}

function itemsTold(items: readonly Dossier[], known: Known): Explained | undefined {
  const { audit } = known
  if (audit === undefined || items.length === 0) return undefined
  const undecided = items.map((one) => openOf(one, audit, known))
  const text = items.map((one, i) => itemText(audit, one, undecided[i]!, known)).join('\n\n')
  return { text, document: { kind: 'item', items, undecided: undecided[0] } }
}

const nameAndVersion = (one: Dossier): string => `${fullName(one)} ${one.version ?? ''}`.trim()

function openOf(one: Dossier, audit: Audit, { knowledge, openSourceDeliverable }: Known) {
  const set = knowledge.sets.get(audit.rules.set)
  const applied = set === undefined ? knowledge.policies : appliedPolicies(set, knowledge.policies)
  return openPolicies(one, applied, { asOf: audit.asOf, openSourceDeliverable, sources: audit.sources })
}

function itemText(audit: Audit, one: Dossier, open: ReturnType<typeof openOf>, { language }: Known): string {
  const spoken = speaker(language)
  const { term } = spoken
  const words = rulesWords(language).undecided
  const maker =
    one.selfMade === true
      ? spoken.say('maker.self')
      : one.maker === undefined
        ? term('control', 'unknown')
        : `${one.maker.name} (${reasonsText(one.maker.by, language)}; ${Math.round(one.maker.confidence * 100)} %)`
  return [
    nameAndVersion(one),
    `  ${placesText(audit, one, language)}`,
    `  ${language === 'de' ? 'Hersteller' : 'Maker'}: ${maker}`,
    ...evidenceTexts(audit, one.maker?.evidence ?? [], language).map((shown) => `    ${shown}`),
    ...(one.controller === undefined
      ? []
      : [
          `  ${language === 'de' ? 'Beherrscht von' : 'Controlled by'}: ${[one.controller.name, one.controller.country ?? '?', ...(one.controller.tier === 'none' ? [] : [term('tier', one.controller.tier)])].join(', ')}`,
        ]),
    `  ${language === 'de' ? 'Lizenz' : 'Licence'}: ${one.licence.expression ?? one.licence.said ?? '?'} → ${opennessText(spoken, one)}${bracketed(reasonsText(one.licence.by, language))}`,
    ...evidenceTexts(audit, one.licence.evidence, language).map((shown) => `    ${shown}`),
    ...(one.amount === undefined ? [] : [`  ${language === 'de' ? 'Betrag' : 'Amount'}: ${amountPlaceText(audit, one, language)}`]),
    ...projectFileTexts(one),
    ...(open.length === 0 ? [] : [`  ${words.ofItem}:`]),
    ...open.map(({ policy: id, missing }) => `    ${id}: ${words.missing} ${missing.map((fact) => factText(fact, language)).join(', ')}`),
  ].join('\n')
}

/** `eigenstand.yaml: critical „SAP S/4HANA“`: what is so because the project file says it. */
const projectFileTexts = ({ projectFile = {} }: Dossier): string[] =>
  Object.entries(projectFile).map(([key, says]) => `  ${PROJECT_FILE} ${key}: ${says}`)

const bracketed = (text: string) => (text === '' ? '' : ` (${text})`)

/** The findings about a subject. */
function findingsAbout(audit: Audit | undefined, kind: Subject['kind'], id: string): readonly NumberedFinding[] {
  if (audit === undefined) return []
  return numberFindings(audit).filter(({ findings }) => findings.some(({ subject }) => subject.kind === kind && subject.id === id))
}

const numberAndId = ({ number, policy: id }: NumberedFinding): string => `${number} ${id}`

/** `F-02 Ein Anbieter hat mindestens 40 % der Schicht (dominant-vendor)` */
function titled(audit: Audit | undefined, { number, policy: id }: NumberedFinding, language: Language): string {
  const title = audit?.policies.find((one) => one.id === id)?.title[language]
  return title === undefined ? `${number} ${id}` : `${number} ${title} (${id})`
}

export function vendor(id: string, { audit, knowledge, language }: Known): Explained | undefined {
  const found = knowledge.organisations.get(id)
  if (found === undefined) return undefined
  const { term } = speaker(language)
  const named = audit?.organisations.find((one) => one.id === id)
  const own = audit?.items.filter((one) => one.maker?.id === id || one.controller?.id === id).length ?? 0
  const findings = findingsAbout(audit, 'vendor', id)
  const text = [
    `${found.name} (${id}): ${[term('kind', found.kind), ...(found.country === undefined ? [] : [found.country])].join(', ')}`,
    ...(named?.chain ?? []).map(({ name, from }) => `  ↑ ${name}${from === undefined ? '' : ` (${formats(language).day(from)})`}`),
    ...(audit === undefined ? [] : [`  ${language === 'de' ? 'Einträge der letzten Prüfung' : 'Items of the last audit'}: ${own}`]),
    ...findings.map((one) => `  ${titled(audit, one, language)}`),
    `  ${found.place.file}:${found.place.line} · eigenstand vendors explain ${id}`,
  ].join('\n')
  return { text, document: { kind: 'vendor', id, name: found.name, organisation: found.kind, ...(found.country !== undefined && { country: found.country }), items: own, findings: findings.map(numberAndId) } } // prettier-ignore
}

export function vendorByName(name: string, known: Known): Explained | undefined {
  const found = organisationCalled(name, known.knowledge)
  return found === undefined ? undefined : vendor(found.id, known)
}

export function layer(id: string, { audit, knowledge, language }: Known): Explained | undefined {
  const found = knowledge.layers.find((one) => one.id === id)
  if (found === undefined) return undefined
  const f = formats(language)
  const measured = audit?.concentration.find((one) => one.layer === id)
  const items = audit?.items.filter((one) => one.layer?.id === id && one.counted && one.relation !== 'root') ?? []
  const findings = findingsAbout(audit, 'layer', id)
  const text = [
    `${found.words[language]} (${id})`,
    ...(audit === undefined
      ? []
      : [`  ${language === 'de' ? 'Einträge der letzten Prüfung' : 'Items of the last audit'}: ${items.length}`]),
    ...(measured === undefined ? [] : [`  HHI ${f.hhi(measured.hhi)}; ${measured.holders.slice(0, 5).map(({ name, ...share }) => `${name} ${f.shares(share)}`).join(', ')}`]), // prettier-ignore
    ...findings.map((one) => `  ${titled(audit, one, language)}`),
    ...(audit === undefined || items.length === 0 ? [] : [list(items.slice(0, SHOWN_ITEMS).map((one) => [one.name, placesText(audit, one, language)]), '  ')]), // prettier-ignore
    ...(items.length > SHOWN_ITEMS ? [`  ${figureWords(language).more(items.length - SHOWN_ITEMS)}`] : []),
  ].join('\n')
  return { text, document: { kind: 'layer', id, words: found.words, items: items.map((one) => one.id), concentration: measured ?? null, findings: findings.map(numberAndId) } } // prettier-ignore
}

export function axis(id: string, { audit, language }: Known): Explained | undefined {
  if (!(AXES as readonly string[]).includes(id)) return undefined
  const spoken = speaker(language)
  const found = audit?.axes.find((one) => one.id === id)
  const governing = audit === undefined || found === undefined ? undefined : numberFindings(audit).find(({ findings }) => findings.some(({ fingerprint }) => fingerprint === found.governedBy)) // prettier-ignore
  const text = [
    `${spoken.term('axis', id as AxisId)} (${id})`,
    ...(audit === undefined || found === undefined ? [] : [`  ${axisText(spoken, found)}`, `  ${spoken.say('governing.title')}: ${governing === undefined ? reason({ ...spoken, audit, nameOf: ({ name }) => name }, found.governedBy) : titled(audit, governing, language)}`]), // prettier-ignore
    '  docs/scoring.md',
  ].join('\n')
  return { text, document: { kind: 'axis', id, ...(found !== undefined && { axis: found }) } }
}

export function fact(id: string, { language }: Known): Explained | undefined {
  if (!Object.hasOwn(FACTS, id)) return undefined
  const { type, scopes, words, values, notFor } = factEntry(id as FactId)
  const { term } = speaker(language)
  const own = rulesWords(language).fact
  const shown = (value: string) => {
    const word = term(id === 'kind' ? 'item-kind' : id, value)
    return word === value ? value : `${value} (${word})`
  }
  const text = [
    `${id}: ${words[language]}`,
    `  ${own.types[type]}; ${own.scope}: ${scopes.map((scope) => own.scopes[scope]).join(', ')}`,
    ...(values === undefined ? [] : [`  ${values.map(shown).join(', ')}`]),
    ...(notFor === undefined ? [] : [`  ${language === 'de' ? 'gilt nicht für' : 'does not apply to'}: ${NOT_FOR[notFor][language]}`]),
    '  docs/facts.md',
  ].join('\n')
  return { text, document: { kind: 'fact', id, type, scopes, words, ...(values !== undefined && { values }) } }
}
