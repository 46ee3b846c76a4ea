"""Design tokens for the utility classes; the values live in assets/styles.css, for light and dark."""

TAILWIND = {
    "theme": {
        "extend": {
            "colors": {
                name: f"var(--{name})"
                for name in ("ink", "ink-2", "line", "paper", "card", "brand", "good", "warn", "bad", "track")
            }
        }
    }
}
STYLESHEETS = ["/styles.css"]
