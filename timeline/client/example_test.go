package client_test

import (
	"context"
	"errors"
	"fmt"
	"log"
	"os"

	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/client"
	"frontline/timeline/export"
)

func Example() {
	ctx := context.Background()
	c, err := client.New("http://localhost:8080", nil)
	if err != nil {
		log.Fatal(err)
	}
	day := timeline.Date(2017, 8, 12)
	answer, err := c.Who(ctx, "السخنة", "Homs", day)
	var failed *client.Error
	if errors.As(err, &failed) && len(failed.Candidates) > 0 {
		for _, p := range failed.Candidates {
			fmt.Println("do you mean", p.ID, p.NameEn)
		}
	}
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer.Holder, "since", answer.Since)
	for _, e := range answer.Because {
		fmt.Println(e.Report.Source, e.Claim.Quote)
	}
}

func ExampleClient_Features() {
	c, err := client.New("http://localhost:8080", nil)
	if err != nil {
		log.Fatal(err)
	}
	captured := client.Items{Span: timeline.Span{From: timeline.Date(2017, 8, 1), To: timeline.Date(2017, 9, 1)}, Filter: "kind = 'captured'"}
	for f, err := range c.Features(context.Background(), export.Claims, captured) {
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(f.Properties["start"], f.Properties["name_en"], f.Properties["quote"])
	}
}

func ExampleClient_As() {
	c, err := client.New("http://localhost:8080", nil)
	if err != nil {
		log.Fatal(err)
	}
	then := c.As(client.View{KnownOn: timeline.Date(2017, 9, 1), Without: []string{"sana"}})
	day := client.File{Layers: []export.Layer{export.Holdings, export.Areas}, Day: timeline.Date(2017, 8, 12), Filter: atlas.Filter{Admin1: "Homs"}}
	if err := then.Export(context.Background(), os.Stdout, day); err != nil {
		log.Fatal(err)
	}
}
