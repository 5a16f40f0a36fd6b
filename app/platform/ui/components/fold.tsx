import type { Child, Html } from '#html'

interface FoldProps {
  /** What the line to press says: 'Nieuw doel', 'Hoe werkt dit?' */
  readonly summary: Child
  readonly open?: boolean
  readonly id?: string
  readonly children: Child
}

/** Something that not everybody needs at once: a form to add a thing, an explanation. */
export function Fold({ summary, open, id, children }: FoldProps): Html {
  return (
    <details class="fold" id={id} open={open}>
      <summary>{summary}</summary>
      <div>{children}</div>
    </details>
  )
}
