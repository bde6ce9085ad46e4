package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"frontline/timeline/sqlite"
	"frontline/timeline/verify"
)

func verifyCommand() *cobra.Command {
	db, limit, format := "", 20, formatFlag{value: "text", allowed: []string{"text", "json"}}
	c := &cobra.Command{
		Use:   "verify",
		Short: "Prove that the database keeps what it promises",
		Long: `Go through the database, without changing it, and prove what it promises: that
the file is sound; that the id of a report is the digest of its text, every span
lies in its text and every quote is the text there; that the id of a claim is the
digest of what it says; that nothing ends before it began; that what is retracted
or decided of is there; that a drawn map is valid ground in somebody's hands; that
the holdings of a place follow each other, each with its evidence, and are what the
claims come to by the rules; that every report is found by its words.

Every promise that is not kept is named, with what was expected and what is there;
the exit status is 1 then. Whoever writes meanwhile need not stop.`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if limit < 1 {
				return fmt.Errorf("--limit %d: want 1 or more", limit)
			}
			return withStore(c.Context(), db, func(s *sqlite.Store) error {
				result, err := verified(c, s, limit)
				say := printVerdict
				if format.value == "json" {
					say = printVerdictJSON
				}
				if err := errors.Join(err, say(c.OutOrStdout(), result)); err != nil {
					return err
				}
				if !result.Kept() {
					return errSaid
				}
				return nil
			})
		},
	}
	c.Flags().IntVar(&limit, "limit", limit, "list at most `N` cases of each promise; all are counted")
	c.Flags().Var(&format, "format", "output: `text|json`")
	c.Flags().StringVar(&db, "db", defaultDB, "database `FILE`")
	return c
}

// verified walks a store. With an error the result holds what was found before.
func verified(c *cobra.Command, s *sqlite.Store, limit int) (*verify.Result, error) {
	o := sqlite.VerifyOptions{Shown: limit}
	places, err := placesIn(c.Context(), s)
	if err == nil { // else nobody knows which places there are, and all the rest is proved
		o.Has = func(id string) bool {
			_, there := places.Get(id)
			return there
		}
	}
	show, done := progress(c.ErrOrStderr(), "verifying")
	defer done()
	o.Progress = show
	result, failed := s.Verify(c.Context(), o)
	return result, errors.Join(err, failed)
}

// printVerdict is a result for the eyes.
func printVerdict(w io.Writer, r *verify.Result) error {
	for _, f := range r.Findings {
		fmt.Fprintln(w, f)
	}
	broken := 0
	for _, p := range verify.Promises {
		if n := r.Broken[p]; n > 0 {
			fmt.Fprintf(w, "not kept: %s, %s\n", p, counted(n, "time"))
			broken += n
		}
	}
	verdict := "all promises are kept"
	if broken > 0 {
		verdict = fmt.Sprintf("promises are not kept %s", counted(broken, "time"))
	}
	_, err := fmt.Fprintf(w, "%d reports, %d mentions, %d claims, %d places, %d holdings: %s\n",
		r.Reports, r.Mentions, r.Claims, r.Places, r.Holdings, verdict)
	return err
}

func printVerdictJSON(w io.Writer, r *verify.Result) error {
	type finding struct {
		Promise verify.Promise `json:"promise"`
		About   string         `json:"about"`
		Report  *string        `json:"report"`
		Claim   *string        `json:"claim"`
		Place   *string        `json:"place"`
		Want    string         `json:"want"`
		Have    string         `json:"have"`
	}
	findings := make([]finding, len(r.Findings))
	for i, f := range r.Findings {
		findings[i] = finding{f.Promise, f.About.String(), idOrNull(f.About.Report), idOrNull(f.About.Claim), idOrNull(f.About.Place), f.Want, f.Have}
	}
	return printJSON(w, struct {
		Kept     bool                   `json:"kept"`
		Reports  int                    `json:"reports"`
		Mentions int                    `json:"mentions"`
		Claims   int                    `json:"claims"`
		Places   int                    `json:"places"`
		Holdings int                    `json:"holdings"`
		Broken   map[verify.Promise]int `json:"broken"`
		Findings []finding              `json:"findings"`
	}{r.Kept(), r.Reports, r.Mentions, r.Claims, r.Places, r.Holdings, r.Broken, findings})
}

// idOrNull is nil for no id, so that JSON says null.
func idOrNull(id string) *string {
	if id == "" {
		return nil
	}
	return &id
}
