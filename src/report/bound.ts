import type { Audit } from '../model/audit.ts'
import type { Speaker } from './words/say.ts'

/** Only an SBOM shows what software is bound to: a list alone says nothing about it. */
export const showsServices = ({ items, sources }: Pick<Audit, 'items' | 'sources'>): boolean =>
  items.some(({ line }) => line !== true) || sources.some(({ format }) => /^(cyclonedx|spdx)/.test(format))

/** What is said where no bound service is found. */
export const noServiceText = ({ say }: Pick<Speaker, 'say'>, audit: Pick<Audit, 'items' | 'sources'>): string =>
  say(showsServices(audit) ? 'bound.none' : 'bound.unseen')
