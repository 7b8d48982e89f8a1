import { render } from "preact";
import { follow } from "./api";
import { App } from "./app";
import { connect } from "./live";
import { parse } from "./router";
import { apply, remembered } from "./theme";

apply(parse(location.pathname, location.search).theme ?? remembered());
connect();
follow();
render(<App />, document.getElementById("app")!);
