import { hash } from 'node:crypto'
import { packageKey } from '../model/identity.ts'
import type { Finding, Policy, Subject } from '../model/policy.ts'
import type { Found } from './asked.ts'

/** A finding whose identity and proof are made when they are read: a gate over a large inventory reads few of them. */
export class FreshFinding implements Finding {
  readonly status = 'open'
  readonly waiver = null
  private readonly of: Policy
  private readonly found: Found
  private readonly identify: (subject: Subject) => string
  private made: { identity?: string; proof?: Finding['proof'] } | undefined

  /** `identify`: the fingerprint of the policy's finding about a subject. */
  constructor(policy: Policy, found: Found, identify: (subject: Subject) => string) {
    this.of = policy
    this.found = found
    this.identify = identify
  }

  get fingerprint(): string {
    return ((this.made ??= {}).identity ??= this.identify(this.found.subject))
  }

  get policy() {
    return this.of.id
  }

  get subject() {
    return this.found.subject
  }

  get items() {
    return this.found.indices
  }

  get severity() {
    return this.of.severity
  }

  get proof() {
    return ((this.made ??= {}).proof ??= this.found.proof())
  }

  toJSON(): Finding {
    const { fingerprint, policy, subject, items, severity, status, proof, waiver } = this
    return { fingerprint, policy, subject, items, severity, status, proof, waiver }
  }
}

/**
 * SHA-256 over policy, subject and project, 32 hex digits: nothing in it changes with a version, a language, a better register or the
 * spelling of a package, which differs between the tools that write SBOMs.
 */
export function fingerprint(policy: string, { kind, id }: Subject, project: string): string {
  return hashOf(policy, kind, kind === 'item' ? packageKey(id) : id, project)
}

/** Its fingerprint as it is written in files of earlier days, when every spelling had its own; `undefined` where that is the same. */
export function formerFingerprint({ policy, subject: { kind, id } }: Finding, project: string): string | undefined {
  return kind === 'item' && packageKey(id) !== id ? hashOf(policy, kind, id, project) : undefined
}

const hashOf = (...parts: readonly string[]): string => hash('sha256', parts.join('\0')).slice(0, 32)
