// A served page asks whether the profile has changed, and loads itself anew when it has.

function watch() {
  if (document.documentElement.dataset.live !== "true") {
    return;
  }
  let known;
  setInterval(async () => {
    try {
      const answer = await fetch("?version", {cache: "no-store"});
      const version = await answer.text();
      if (answer.ok && known !== undefined && version !== known) {
        location.reload();
      }
      known = version;
    } catch {
      // The server has ended; the page goes on without it.
    }
  }, 1000);
}
