/** A part of the page that another part of the audit makes. */
export interface HtmlSection {
  /** For links within the page: `impact`. */
  id: string;
  /** Text of its heading. */
  title: string;
  /** Its content; whoever makes it escapes what comes from the repository. */
  html: string;
  /** Added to the page's only style sheet. */
  style?: string;
  /** Added to the page's only script. */
  script?: string;
}
