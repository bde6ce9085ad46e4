package main

import (
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"frontline/timeline"
	"frontline/timeline/sqlite"
	"frontline/timeline/watch"
	"frontline/timeline/webhook"
)

// watchView is a watch as answers show it. Its secret is no part of it.
type watchView struct {
	ID          string          `json:"id"`
	Name        string          `json:"name"`
	Query       watch.Query     `json:"query"`
	Webhook     string          `json:"webhook"` // "" for none
	Created     timeline.Moment `json:"created"`
	Delivered   int             `json:"delivered"`
	DeliveredAt timeline.Moment `json:"delivered_at"` // the last; null for none
	Waiting     int             `json:"waiting"`
	NextAt      timeline.Moment `json:"next_at"` // when one of them is tried; null for none
	GivenUp     int             `json:"given_up"`
	LastError   string          `json:"last_error"` // of one that has not arrived; "" for none
}

func watchListCommand() *cobra.Command {
	db, format := "", formatFlag{value: "text", allowed: []string{"text", "json"}}
	c := &cobra.Command{
		Use:   "list",
		Short: "List the saved questions, and how their deliveries are doing",
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return withStore(c.Context(), db, func(s *sqlite.Store) error {
				list, err := s.Watches(c.Context())
				if err != nil {
					return err
				}
				views := make([]watchView, len(list))
				for i, w := range list {
					views[i] = watchView{w.ID, w.Name, w.Query, w.Webhook, w.Created, w.Delivered, w.DeliveredAt, w.Waiting, w.NextAt, w.GivenUp, w.LastError}
				}
				if format.value == "json" {
					return printJSON(c.OutOrStdout(), views)
				}
				return printWatches(c.OutOrStdout(), views)
			})
		},
	}
	c.Flags().Var(&format, "format", "output: `text|json`")
	c.Flags().StringVar(&db, "db", defaultDB, "database `FILE`")
	return c
}

func printWatches(w io.Writer, list []watchView) error {
	for _, v := range list {
		name := v.Name
		if asked := v.Query.String(); name != asked {
			name += " (" + asked + ")"
		}
		if _, err := fmt.Fprintf(w, "%s  %s\n", v.ID, name); err != nil {
			return err
		}
		if v.Webhook == "" {
			continue
		}
		state := fmt.Sprintf("%d delivered", v.Delivered)
		if v.DeliveredAt.Known() {
			state += ", the last " + v.DeliveredAt.String()
		}
		if v.Waiting > 0 {
			state += fmt.Sprintf("; %d waiting, next %s", v.Waiting, v.NextAt)
		}
		if v.GivenUp > 0 {
			state += fmt.Sprintf("; %d given up after %d days", v.GivenUp, int(watch.GiveUpAfter/(24*time.Hour)))
		}
		if v.LastError != "" {
			state += "; last error: " + v.LastError
		}
		if _, err := fmt.Fprintf(w, "    to %s: %s\n", v.Webhook, state); err != nil {
			return err
		}
	}
	return nil
}

func watchRemoveCommand() *cobra.Command {
	db := ""
	c := &cobra.Command{
		Use:   "remove ID",
		Short: "Forget a saved question, and what is on its way to it",
		Args:  cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return editKept(c, db, func(s *sqlite.Store) error { return s.RemoveWatch(c.Context(), args[0]) })
		},
	}
	c.Flags().StringVar(&db, "db", defaultDB, "database `FILE`")
	return c
}

func watchTestCommand() *cobra.Command {
	db := ""
	c := &cobra.Command{
		Use:   "test ID",
		Short: "Send a message of type test to the webhook of a saved question, once",
		Args:  cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return withStore(c.Context(), db, func(s *sqlite.Store) error { return testWatch(c, s, args[0]) })
		},
	}
	c.Flags().StringVar(&db, "db", defaultDB, "database `FILE`")
	return c
}

func testWatch(c *cobra.Command, s *sqlite.Store, id string) error {
	w, err := s.Watch(c.Context(), id)
	if err != nil {
		return err
	}
	if w.Webhook == "" {
		return fmt.Errorf("watch %s: has no webhook", id)
	}
	to, err := s.Endpoint(c.Context(), id)
	if err != nil {
		return err
	}
	d, err := watch.TestMessage(w, timeline.MomentOf(time.Now()))
	if err != nil {
		return err
	}
	if err := webhook.NewSender().Send(c.Context(), to, webhook.Message{ID: d.ID, Body: []byte(d.Body)}); err != nil {
		return fmt.Errorf("%s: %w", to.Address, err)
	}
	fmt.Fprintf(c.OutOrStdout(), "%s has heard %s\n", to.Address, d.ID)
	return nil
}
