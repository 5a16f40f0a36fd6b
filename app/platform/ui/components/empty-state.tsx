import type { Child, Html } from '#html'
import { Plank } from '../pictures/plank.tsx'

interface EmptyStateProps {
  readonly title: string
  /** `h2` where it stands right under the title of the page. */
  readonly as?: 'h2' | 'h3'
  /** What to do first, in one or two short sentences. */
  readonly children?: Child
  /** How it could look: shown in italics behind the word for 'for example'. */
  readonly example?: Child
  /** The button or form that starts it. */
  readonly action?: Child
}

/** Nothing here yet: what to do first, with an example. */
export function EmptyState({ title, as: Heading = 'h3', children, example, action }: EmptyStateProps): Html {
  return (
    <div class="empty">
      <Plank share={0} />
      <Heading>{title}</Heading>
      {children && <p>{children}</p>}
      {example && <p class="example">{example}</p>}
      {action && <div class="actions">{action}</div>}
    </div>
  )
}
