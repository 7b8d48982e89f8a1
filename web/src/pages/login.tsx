// Who is looking: the role of this browser's session, and the form to get one.
import { useState } from "preact/hooks";
import { change, Problem, refresh, type Resource } from "../api";
import { dayClock } from "../format";
import { Panel } from "../panel";
import type { Session } from "../api.gen";

export function Login({ session }: { session: Resource<Session> }) {
  return (
    <Panel title="Access" resource={session}>
      {(s) => (s.authenticated ? <Current session={s} done={session.reload} /> : <Form session={s} done={session.reload} />)}
    </Panel>
  );
}

function Current({ session, done }: { session: Session; done: () => void }) {
  const [error, setError] = useState("");
  const leave = async () => {
    try {
      await change("POST", "/api/logout");
      done();
      refresh();
    } catch (e) {
      setError(e instanceof Problem ? e.message : String(e));
    }
  };
  return (
    <>
      <p>
        Logged in as <b>{session.role}</b>
        {session.expires_utc && ` until ${dayClock(session.expires_utc)} CT`}.
      </p>
      {error && <p class="note bad">{error}</p>}
      <p>
        <button type="button" class="button" onClick={leave}>
          Log out
        </button>
      </p>
    </>
  );
}

function Form({ session, done }: { session: Session; done: () => void }) {
  const [token, setToken] = useState("");
  const [error, setError] = useState("");
  const submit = async (event: Event) => {
    event.preventDefault();
    try {
      await change("POST", "/api/login", { token });
      setToken("");
      setError("");
      done();
      refresh();
    } catch (e) {
      setError(e instanceof Problem ? e.message : String(e));
    }
  };
  return (
    <form class="form" onSubmit={submit}>
      <p class="soft">
        {session.reading_open
          ? "Reading is open on this machine. To change anything, log in with the token that was printed at start."
          : "Log in with a token that the administrator gave you."}
      </p>
      <label class="field">
        <span>Token</span>
        <input type="password" autocomplete="current-password" required value={token} onInput={(e) => setToken((e.target as HTMLInputElement).value)} />
      </label>
      {error && (
        <p class="note bad" role="alert">
          {error}
        </p>
      )}
      <button type="submit" class="button primary">
        Log in
      </button>
    </form>
  );
}
