import type { Html } from '../../../platform/html/jsx-runtime.ts'
import type { Locale } from '../../../platform/text/dictionary.ts'
import { Table } from '../../../platform/ui/index.ts'
import type { SecondaryVersion } from '../secondary/secondary-file.ts'
import { secondaryText } from '../secondary/text.ts'

/** Which versions of norms and of columns about secondary schools there are, for the operator. */
export function SecondaryVersions({
  locale,
  versions,
}: {
  readonly locale: Locale
  readonly versions: readonly SecondaryVersion[]
}): Html {
  const words = secondaryText(locale).indicators.admin
  return (
    <section class="stack" id="secondary-versions">
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      <Table
        caption={words.title}
        captionHidden
        stacks
        columns={[
          { head: words.heads.id, cell: ({ body }: SecondaryVersion) => body.id },
          { head: words.heads.what, cell: ({ kind }) => words.kinds[kind] },
          { head: words.heads.title, cell: ({ body }) => body.title },
          { head: words.heads.source, cell: ({ body }) => body.source },
        ]}
        rows={versions}
      />
    </section>
  )
}
