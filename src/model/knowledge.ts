import type { Framework } from './framework.ts'
import type { NamedList, Policy, RuleSet } from './policy.ts'
import type { BindingRule, Layer, LicenceHistory, LicenceRegister, Organisation } from './register.ts'
import type { RegisterIndex } from './register-index.ts'

/** All knowledge of one run. */
export interface Knowledge {
  readonly organisations: ReadonlyMap<string, Organisation>
  readonly bindings: ReadonlyMap<string, BindingRule>
  readonly licences: LicenceRegister
  /** By id. */
  readonly licenceHistories: ReadonlyMap<string, LicenceHistory>
  readonly layers: readonly Layer[]
  readonly lists: readonly NamedList[]
  readonly policies: readonly Policy[]
  readonly sets: ReadonlyMap<string, RuleSet>
  readonly frameworks: readonly Framework[]
  /** Over the content of every rule file used. */
  readonly sha256: string
  /** Over what the registers decide, without sentences and sources. */
  readonly register: string
  /** Ids of ours in whose place something of one's own has been laid. */
  readonly replaced?: readonly Replaced[]
  /** Where the build has made it: the register turned round for matching. */
  readonly index?: RegisterIndex
}

/** A rule of ours that a file of one's own with the same id replaces. */
export interface Replaced {
  readonly what: 'policy' | 'list' | 'vendor' | 'set' | 'layer' | 'framework'
  readonly id: string
  readonly file: string
}
