import type { Html } from '../../../platform/html/jsx-runtime.ts'

/** Where a form on a page of its own goes on: to the board, or to the card's page again. */
export function Back({ to }: { readonly to: 'board' | 'card' }): Html {
  return <input type="hidden" name="back" value={to} />
}
