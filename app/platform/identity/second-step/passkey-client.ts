/**
 * Makes and shows passkeys: the one thing of signing in that needs script. Its own small bundle, loaded only on pages
 * with such a button. Buttons are found when they are pressed, so that it does not matter how a page came in.
 */
const host = '[data-passkey]'

interface Descriptor {
  readonly id: string
  readonly type: 'public-key'
  readonly transports?: AuthenticatorTransport[]
}

interface CreationJson {
  readonly challenge: string
  readonly rp: PublicKeyCredentialRpEntity
  readonly user: { readonly id: string; readonly name: string; readonly displayName: string }
  readonly pubKeyCredParams: PublicKeyCredentialParameters[]
  readonly timeout?: number
  readonly excludeCredentials?: readonly Descriptor[]
  readonly authenticatorSelection?: AuthenticatorSelectionCriteria
  readonly attestation?: AttestationConveyancePreference
}

interface RequestJson {
  readonly challenge: string
  readonly rpId?: string
  readonly timeout?: number
  readonly allowCredentials?: readonly Descriptor[]
  readonly userVerification?: UserVerificationRequirement
}

function show(): void {
  if (!('PublicKeyCredential' in window)) return
  for (const element of document.querySelectorAll<HTMLElement>(host)) element.hidden = false
}

document.addEventListener('turbo:load', show)
document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest('button') : null
  const box = button?.closest<HTMLElement>(host)
  if (!button || !box) return
  const problem = box.querySelector<HTMLElement>('.wrong')
  if (problem) problem.hidden = true
  button.disabled = true
  void run(box.dataset.passkey === 'register', box.dataset.to ?? '/')
    .then((to) => location.assign(to))
    .catch(() => {
      button.disabled = false
      if (problem) problem.hidden = false
    })
})
show()

async function run(registers: boolean, to: string): Promise<string> {
  const address = registers ? '/auth/passkey/register' : '/auth/passkey/confirm'
  const options = await ask(address)
  const credential = registers
    ? await navigator.credentials.create({ publicKey: creation(options as CreationJson) })
    : await navigator.credentials.get({ publicKey: request(options as RequestJson) })
  if (!(credential instanceof PublicKeyCredential)) throw new Error('No passkey was given.')
  const answer = (await ask(address, { response: sayable(credential), to })) as { to: string }
  return answer.to
}

async function ask(address: string, body?: unknown): Promise<unknown> {
  const answer = await fetch(address, {
    headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}.`)
  return answer.json()
}

// WebAuthn Level 3 has these conversions built in (parseCreationOptionsFromJSON, toJSON); Chrome before 129 and Safari
// before 18.4 lack them.
function creation(options: CreationJson): PublicKeyCredentialCreationOptions {
  const { challenge, user, excludeCredentials = [], ...rest } = options
  return {
    ...rest,
    challenge: bytes(challenge),
    user: { ...user, id: bytes(user.id) },
    excludeCredentials: excludeCredentials.map(descriptor),
  }
}

function request(options: RequestJson): PublicKeyCredentialRequestOptions {
  const { challenge, allowCredentials = [], ...rest } = options
  return { ...rest, challenge: bytes(challenge), allowCredentials: allowCredentials.map(descriptor) }
}

function descriptor(each: Descriptor): PublicKeyCredentialDescriptor {
  return { ...each, id: bytes(each.id) }
}

function sayable(credential: PublicKeyCredential): unknown {
  const { response } = credential
  const common = { id: credential.id, rawId: credential.id, type: credential.type, clientExtensionResults: {} }
  if (response instanceof AuthenticatorAttestationResponse) {
    return {
      ...common,
      response: {
        clientDataJSON: letters(response.clientDataJSON),
        attestationObject: letters(response.attestationObject),
        transports: response.getTransports(),
      },
    }
  }
  if (!(response instanceof AuthenticatorAssertionResponse)) throw new Error('Not a passkey.')
  return {
    ...common,
    response: {
      clientDataJSON: letters(response.clientDataJSON),
      authenticatorData: letters(response.authenticatorData),
      signature: letters(response.signature),
      userHandle: response.userHandle === null ? undefined : letters(response.userHandle),
    },
  }
}

function bytes(base64url: string): Uint8Array<ArrayBuffer> {
  const plain = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0))
}

function letters(buffer: ArrayBuffer): string {
  const plain = String.fromCharCode(...new Uint8Array(buffer))
  return btoa(plain).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}
