import type { Limits } from '../../src/model/ports.ts'

export const LIMITS: Limits = {
  fileBytes: 1 << 30,
  depth: 128,
  components: 1_000_000,
  stringBytes: 1 << 20,
  recordBytes: 1 << 20,
  columns: 1000,
}
