import type { Child, Html } from '#html'

/** Who does what: the name large, the role small. */
export function Roles({ roles }: { readonly roles: readonly { readonly role: Child; readonly name: Child }[] }): Html {
  return (
    <dl class="roles">
      {roles.map(({ role, name }) => (
        <div>
          <dt>{role}</dt>
          <dd>{name}</dd>
        </div>
      ))}
    </dl>
  )
}
