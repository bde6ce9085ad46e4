package main

import (
	"context"
	"fmt"
	"net/url"
	"time"

	"github.com/spf13/cobra"

	"frontline/timeline/atlas"
	"frontline/timeline/sqlite"
	"frontline/timeline/watch"
)

func watchRunCommand() *cobra.Command {
	db, site, once := "", "", false
	c := &cobra.Command{
		Use:   "run",
		Short: "Tell the webhooks of saved questions what is new, until stopped",
		Long: `Look for news in a database that may grow meanwhile, and send them to the webhooks
of the saved questions that want them, until an interrupt. What a receiver does not
take (any answer but 2xx, redirects included) is tried again after 10 seconds, then
after twice as long each time, up to 6 hours, or as long as its Retry-After says, up to
a day; also after a restart. It is given up after 5 days, which frontline watch list
shows. A message may come twice, with the same webhook-id, and later ones may overtake
one that is tried again: timestamp says in which order they were found.

With --once, a receiver that gives no answer, or one of 429, 502, 503 and 504, is sent
nothing more in that run; one that refuses a message is sent the others all the same.`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if err := checkSite(site); err != nil {
				return err
			}
			return editKept(c, db, func(s *sqlite.Store) error {
				source := &shelf{store: s, release: release()}
				courier := watch.Courier{Store: s, Site: site, Now: time.Now, Log: logger(c.ErrOrStderr(), false),
					Atlas: func(ctx context.Context) (*atlas.Atlas, error) {
						a, _, err := source.Atlas(ctx, atlas.View{})
						return a, err
					}}
				if once {
					return courier.Once(c.Context())
				}
				return courier.Run(c.Context())
			})
		},
	}
	c.Flags().StringVar(&db, "db", defaultDB, "database `FILE`")
	c.Flags().StringVar(&site, "site", "", "`URL` where readers find the page (https://example.org), for links in messages")
	c.Flags().BoolVar(&once, "once", false, "try what is due now, each message once while the receiver is there, and end: for a timetable such as cron")
	return c
}

func checkSite(site string) error {
	if site == "" {
		return nil
	}
	u, err := url.Parse(site)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.RawQuery != "" || u.Fragment != "" {
		return fmt.Errorf(`--site %q: want an address as "https://example.org"`, site)
	}
	return nil
}
