import type { WebContext } from '../../../platform/web/context.ts'
import { firstName } from '../action.ts'

/** Whose a new card is where nobody says: the first name of who writes it, or the name that a guest chose. */
export function writerName(c: WebContext): string {
  const { viewer } = c.var.visit
  switch (viewer.kind) {
    case 'person':
      return firstName(viewer.name)
    case 'guest':
      return viewer.name
    case 'nobody':
      return ''
  }
}
