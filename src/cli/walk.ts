import { isAbsolute, relative, sep } from 'node:path'
import { entriesOf, placeOf } from '../files.ts'
import type { Limits } from '../model/ports.ts'
import { Problem } from '../model/problem.ts'
import { limitOf } from '../read/zip/limits.ts'

/** A file that a walk came upon. */
export interface Found {
  readonly path: string
  /** It was reached by a link of this name, or is in a folder that was. */
  readonly linked: boolean
}

interface Step {
  readonly name: string
  readonly kind: 'file' | 'folder'
  readonly link: boolean
}

/** Whether a file is one that people write for the tool, as the project file or a rule. */
export type IsOwn = (path: string) => boolean

/**
 * The way through a folder and what is below it. Links are followed, each folder once, so that it ends; not those to a folder that
 * holds the one begun in, which would lead through the whole machine. No more files than an archive may have come by links (E3009).
 */
export class Walk {
  /** What is neither file nor folder: links that lead nowhere or out of bounds, pipes and the like. */
  readonly refused: string[] = []
  private readonly isOwnFile: IsOwn
  private readonly root: string
  private readonly most: number
  private readonly been = new Set<string>()
  private linked = 0

  /** `isOwn`: what files people write for the tool, which lie there too and are no inputs. */
  constructor(root: string, limits: Limits, isOwn?: IsOwn) {
    this.isOwnFile = isOwn ?? (() => false)
    this.root = placeOf(root)
    this.most = limitOf(limits, 'parts')
  }

  /** All files below a folder, which is '' or ends with `/`. */
  below(start: string, linked = false): Found[] {
    if (!this.enters(start, 'below')) return []
    return this.steps(start).flatMap(({ name, kind, link }) => {
      const path = start + name
      if (kind === 'file') return this.file(path, linked || link)
      return link && this.isOwn(path) ? [] : this.below(`${path}/`, linked || link)
    })
  }

  /** What lies directly in a folder and can be gone to. */
  steps(start: string): Step[] {
    return entriesOf(start === '' ? '.' : start).flatMap(({ name, kind, link }) => {
      if (kind !== undefined && !(link && kind === 'folder' && holds(placeOf(start + name), this.root))) return { name, kind, link }
      this.refused.push(start + name)
      return []
    })
  }

  file(path: string, linked: boolean): Found[] {
    if (this.isOwnFile(path)) return []
    if (linked && ++this.linked > this.most) throw new Problem('E3009', { limit: this.most }, { file: path })
    return [{ path, linked }]
  }

  /** Whether a folder was not gone through before, for the same purpose. */
  enters(start: string, purpose: string): boolean {
    const visit = `${purpose} ${placeOf(start === '' ? '.' : start)}`
    if (this.been.has(visit)) return false
    this.been.add(visit)
    return true
  }

  /** Whether a link leads to where the walk comes anyhow. */
  isOwn(path: string): boolean {
    const place = placeOf(path)
    return holds(this.root, place) && !relative(this.root, place).split(sep).some((step) => step.startsWith('.')) // prettier-ignore
  }
}

/** Whether a folder is another or holds it, by their places. */
function holds(folder: string, other: string): boolean {
  const way = relative(folder, other)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}
