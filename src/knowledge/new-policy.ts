import type { Scope } from '../model/policy.ts'

/** For each scope a condition that can be understood at once, with an example on either side. */
const STARTS: Readonly<Record<Scope, { readonly when: string; readonly yes: string; readonly no: string }>> = {
  item: { when: '{ fact: openness, is: [proprietary, restricted] }', yes: '{ openness: proprietary }', no: '{ openness: open }' },
  vendor: { when: '{ fact: vendor-share, atLeast: 0.25 }', yes: '{ vendor-share: 0.25 }', no: '{ vendor-share: 0.24 }' },
  layer: { when: '{ fact: largest-share, atLeast: 0.4 }', yes: '{ largest-share: 0.4 }', no: '{ largest-share: 0.39 }' },
  project: { when: '{ fact: open-share, below: 0.4 }', yes: '{ open-share: 0.39 }', no: '{ open-share: 0.4 }' },
}

/** A policy file with what each part is for. Its empty texts are refused by `rules check` until they are filled in. */
export function newPolicy(id: string, scope: Scope, today: string): string {
  const { when, yes, no } = STARTS[scope]
  return `# Wie Regeln geschrieben werden · how policies are written: docs/rules.md
# Leere Texte ("") sind auszufüllen · empty texts ("") have to be filled in.

# Teil jeder Feststellung: später nicht mehr ändern · part of every finding: do not change it later
id: ${id}
scope: ${scope}
# info, low, medium, high, critical
severity: medium
# Was es ist · what it is
title: { de: "", en: "" }
# Nur wenn eine Feststellung eine Stufe erklärt · only if a finding explains a level:
# axis: wechselmoeglichkeit, gestaltungsfaehigkeit, einfluss
# Was gefragt wird; ja ist eine Feststellung · what is asked; yes is a finding. Alle Fakten und Operatoren · all facts and operators: docs/facts.md
when: ${when}
# Warum es wichtig ist · why it matters
why: { de: "", en: "" }
# Was man tun kann · what can be done
fix: { de: "", en: "" }
# Was vorausgesetzt wird oder aus der Eingabe nicht zu sehen ist; kann entfallen · what is taken for granted or cannot be seen; may be left out
assumes: { de: "", en: "" }
# Worauf die Regel beruht · what it rests on. seen: primary, secondary, common-knowledge
source:
  what: ""
  date: "${today}"
  seen: primary
# Mindestens zwei; sie sind die Tests der Regel · at least two; they are the policy's tests
examples:
  - says: ""
    facts: ${yes}
    expect: yes
  - says: ""
    facts: ${no}
    expect: no
  - says: ""
    facts: {}
    expect: unknown
`
}
