import type { Child, Html } from '#html'

interface PageHeadProps {
  readonly title: Child
  /** Small words above the title: what this page is about, of whom, when. */
  readonly over?: Child
  /** Buttons beside the title. */
  readonly children?: Child
}

/** The top of a page's content. Exactly one a page. */
export function PageHead({ title, over, children }: PageHeadProps): Html {
  return (
    <div class="page-head">
      <div>
        {over && <p class="over">{over}</p>}
        <h1>{title}</h1>
      </div>
      {children && <div class="row">{children}</div>}
    </div>
  )
}
