import { type Html, trustedHtml } from '#html'

export interface FieldProblem {
  /** The id of the field (its name, unless it was given an id of its own). */
  readonly field: string
  readonly message: string
}

/** What went wrong, at the top of a form that came back: each line leads to its field. Nothing when nothing was wrong. */
export function ErrorSummary({
  title,
  problems,
}: {
  readonly title: string
  readonly problems: readonly FieldProblem[]
}): Html {
  if (problems.length === 0) return trustedHtml('')
  return (
    <div class="errors" role="alert" tabindex={-1} data-controller="focus">
      <h2>{title}</h2>
      <ul>
        {problems.map((problem) => (
          <li>
            <a href={`#${problem.field}`}>{problem.message}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
