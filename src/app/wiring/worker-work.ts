import type { Work } from '../../commands/ports.ts'

export const workerWork: Work = {
  settle: async () => ({ positions: new Map(), digest: null, crossings: 0, behind: 0, overlaps: [] }),
}
