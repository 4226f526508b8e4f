// Signing in with a passkey, and making one. The forms are hidden until it is sure that the browser can do this.
// A form fetches its question from its own address and sends the answer as its field "Credential".

const able =
  "PublicKeyCredential" in window && "parseRequestOptionsFromJSON" in PublicKeyCredential;
let waiting = null;

async function question(form) {
  const address = new URL(form.action);
  address.searchParams.set("handler", "Question");
  const response = await fetch(address, { method: "POST", body: new FormData(form) });
  if (!response.ok) throw new Error(`question: ${response.status}`);
  return response.json();
}

async function answer(form, conditional) {
  const asked = await question(form);
  // A browser takes one request at a time: the one in the background gives way.
  waiting?.abort();
  waiting = new AbortController();
  const signal = waiting.signal;
  return form.dataset.passkey === "create"
    ? navigator.credentials.create({
        publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(asked),
        signal,
      })
    : navigator.credentials.get({
        publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked),
        mediation: conditional ? "conditional" : "optional",
        signal,
      });
}

async function send(form, conditional) {
  const credential = await answer(form, conditional);
  form.elements.Credential.value = JSON.stringify(credential);
  form.submit();
}

function prepare(form) {
  const problem = form.querySelector("[data-passkey-problem]");
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    problem.hidden = true;
    try {
      await send(form, false);
    } catch {
      problem.hidden = false;
    }
  });
}

if (able) {
  for (const absent of document.querySelectorAll("[data-passkey-absent]")) absent.hidden = true;
  for (const form of document.querySelectorAll("form[data-passkey]")) prepare(form);
  const form = document.querySelector('form[data-passkey="get"]');
  if (form && (await PublicKeyCredential.isConditionalMediationAvailable?.())) {
    // Offers passkeys in the field for the mail address. Nobody asked, so a failure says nothing.
    send(form, true).catch(() => {});
  }
}
