import type { Audit } from '../model/audit.ts'
import type { Speaker } from './words/say.ts'

/** What stands in an audit where nobody said which project it is about. */
const NONE = 'unnamed'

/** The name of an audit's project for people; in their language where it has none. */
export const projectName = ({ id, name }: Audit['project'], { say }: Pick<Speaker, 'say'>): string =>
  id === NONE && name === NONE ? say('project.unnamed') : name
