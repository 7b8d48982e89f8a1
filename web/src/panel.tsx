// A titled part of a page and its states: loading, nothing yet, not allowed,
// failed, or its content.
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import type { Problem, Resource } from "./api";
import { SimulatedMark } from "./marks";
import { pageHref, useRoute } from "./router";

interface FrameProps {
  title: string;
  simulated?: boolean | undefined;
  actions?: ComponentChildren;
  note?: string | undefined;
  className?: string;
  inner?: boolean; // within another panel
  children: ComponentChildren;
}

export function Frame({ title, simulated, actions, note, className, inner, children }: FrameProps) {
  const id = useId();
  const Heading = inner ? "h3" : "h2";
  return (
    <section class={`panel ${inner ? "inner" : ""} ${className ?? ""}`} aria-labelledby={id}>
      <div class="panel-head">
        <Heading id={id}>{title}</Heading>
        {simulated && <SimulatedMark />}
        <span class="push" />
        {actions}
      </div>
      {note && <p class="soft small">{note}</p>}
      {children}
    </section>
  );
}

interface PanelProps<T> extends Omit<FrameProps, "children" | "simulated"> {
  resource: Resource<T>;
  empty?: (data: T) => string | undefined | false; // why there is nothing to show
  simulated?: (data: T) => boolean;
  children: (data: T) => ComponentChildren;
}

export function Panel<T>({ resource, empty, simulated, children, ...frame }: PanelProps<T>) {
  const { data } = resource;
  return (
    <Frame {...frame} simulated={data !== undefined && simulated?.(data)}>
      <Content resource={resource} empty={empty}>
        {children}
      </Content>
    </Frame>
  );
}

type ContentProps<T> = Pick<PanelProps<T>, "resource" | "children"> & { empty?: PanelProps<T>["empty"] | undefined };

/** A panel's inside without its frame. */
export function Content<T>({ resource, empty, children }: ContentProps<T>) {
  const { data, error, loading, reload } = resource;
  if (data === undefined) {
    if (error) return <Failure error={error} retry={reload} />;
    return <p class="empty" aria-busy={loading}>{loading ? "Loading…" : "Nothing to show."}</p>;
  }
  const nothing = empty?.(data);
  return (
    <>
      {error && (
        <p class="note warn">
          Could not be brought up to date: {error.message} What is shown is older.{" "}
          <button type="button" class="button quiet" onClick={reload}>
            Try again
          </button>
        </p>
      )}
      {nothing ? <p class="empty">{nothing}</p> : children(data)}
    </>
  );
}

function Failure({ error, retry }: { error: Problem; retry: () => void }) {
  const route = useRoute();
  if (error.status === 401 || error.status === 403) {
    return (
      <p class="empty">
        {error.status === 401 ? "You are not logged in." : "Your role may not see this."}{" "}
        <a href={pageHref(route, "/system")}>Log in on the System page</a>.
      </p>
    );
  }
  if (error.status === 404) return <p class="empty">Nothing here yet: {error.message}</p>;
  return (
    <p class="note bad">
      {error.message}{" "}
      <button type="button" class="button quiet" onClick={retry}>
        Try again
      </button>
    </p>
  );
}
