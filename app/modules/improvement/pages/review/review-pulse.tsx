import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { Alert, Button, RadioField, Table, Zone } from '../../../../platform/ui/index.ts'
import { leastAnswers, pulseItems, pulseView } from '../../pulse.ts'
import type { Review } from '../../review-store.ts'
import { reviewText } from '../../text.review.ts'

interface ReviewPulseProps {
  readonly locale: Locale
  readonly review: Review
  readonly path: string
  readonly writes: boolean
  /** A member of the team, who may answer, and whether the answer is in. */
  readonly member: boolean
  readonly answered: boolean
}

/** Three statements about working together, answered alone and looked at together. */
export function ReviewPulse({ locale, review, path, writes, member, answered }: ReviewPulseProps): Html {
  const words = reviewText(locale).pulse
  const view = pulseView(review.lookBack.pulseClosed, review.pulse, review.pulseReceived)
  return (
    <Zone
      id="review-pulse"
      title={words.title}
      tone="voice"
      note={words.received(view.kind === 'shown' ? view.summary.n : view.n)}
    >
      {view.kind === 'open' && <p>{words.promise}</p>}
      {view.kind === 'open' && answered && <Alert kind="ok">{words.given}</Alert>}
      {view.kind === 'open' && member && !answered && (
        <form class="form" method="post" action={`${path}/pulse`}>
          {pulseItems.map((item) => (
            <RadioField
              name={item}
              label={words.items[item]}
              options={words.grades.map((label, index) => ({ value: String(index + 1), label }))}
              inline
              required
            />
          ))}
          <div class="actions">
            <Button kind="strong">{words.send}</Button>
          </div>
        </form>
      )}
      {view.kind === 'open' && writes && (
        <form method="post" action={`${path}/pulse/close`}>
          <Button kind="quiet">{words.close}</Button>
        </form>
      )}
      {view.kind === 'too-few' && <p>{words.tooFew(view.n, leastAnswers)}</p>}
      {view.kind === 'shown' && (
        <Table
          caption={words.table}
          captionHidden
          columns={[
            { head: words.statement, cell: (row) => row.label },
            ...words.grades.map((grade, index) => ({
              head: grade,
              cell: (row: { readonly label: string; readonly counts: readonly number[] }) => row.counts[index],
              numeric: true,
            })),
          ]}
          rows={pulseItems.map((item, index) => ({
            label: words.items[item],
            counts: view.summary.counts[index] ?? [],
          }))}
          source={words.n(view.summary.n)}
        />
      )}
    </Zone>
  )
}
