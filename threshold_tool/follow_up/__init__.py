"""What happens after a result: dated entries, outcomes of a referral, disagreement, the calendar file."""
